import type { LetterBlock } from "@/lib/domain/notice/letter";
import type { MailBlock, MailContent } from "@/lib/domain/notice/mail-content";
import type { Worded } from "@/lib/domain/notice/wording";

/** What is printed of a notice that goes by post. */
export type PrintedLetter = Worded<LetterBlock> & { readonly title: string };

/** A notice as its row keeps it; with a letter of its own where that says what the mail keeps behind a link. */
export type NoticeContent = MailContent & { readonly letter?: PrintedLetter };

/**
 * The letter of a notice: its own, or the mail's words without what only works in a mail: links that open a page once
 * (they are secrets for a mailbox) and the small print about them.
 */
export function printedLetter(content: NoticeContent): PrintedLetter {
  if (content.letter) return content.letter;
  return { title: content.subject, blocks: content.blocks.flatMap(printed) };
}

function printed(block: MailBlock): LetterBlock[] {
  switch (block.kind) {
    case "paragraph":
      return [block];
    case "facts":
      return [{ kind: "facts", rows: block.rows }];
    case "small":
      return [];
    case "link":
      return new URL(block.url).pathname.startsWith("/c/")
        ? []
        : [{ kind: "facts", rows: [{ label: block.label, value: block.url }] }];
  }
}
