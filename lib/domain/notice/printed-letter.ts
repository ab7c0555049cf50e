import type { LetterBlock } from "@/lib/domain/notice/letter";
import type { MailBlock, MailContent } from "@/lib/domain/notice/mail-content";

/** What is printed of a notice that goes by post. */
export type PrintedLetter = { readonly title: string; readonly blocks: readonly LetterBlock[] };

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
      return [{ kind: "paragraph", text: block.text }];
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
