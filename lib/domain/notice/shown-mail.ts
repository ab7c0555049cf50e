import type { Letter, LetterBlock } from "@/lib/domain/notice/letter";
import type { MailBlock, MailContent } from "@/lib/domain/notice/mail-content";

/**
 * A mail as whoever sends it may see it: every word of it, and of a link that opens something only where it leads. Such
 * a link is made when the mail is sent, and it is a secret of the mailbox that it goes to.
 */
export function shownMail({ subject, language, blocks }: MailContent): Letter {
  const template = { name: "mail", version: 1 };
  return { title: subject, language, template, blocks: blocks.map(shown) };
}

function shown(block: MailBlock): LetterBlock {
  if (block.kind === "facts" || block.kind === "paragraph") return block;
  if (block.kind === "small") return { kind: "paragraph", text: block.text };
  return { kind: "facts", rows: [{ label: block.label, value: withoutSecret(block.url) }] };
}

function withoutSecret(url: string): string {
  const { origin, pathname } = new URL(url);
  return pathname.startsWith("/c/") ? `${origin}/c/…` : url;
}
