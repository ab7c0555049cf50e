import type { Language } from "@/lib/domain/kernel/language";
import type { MailBlock, MailContent } from "@/lib/domain/notice/mail-content";

export type { MailBlock, MailContent, Template } from "@/lib/domain/notice/mail-content";

/** Every character that ends a line, hides, or turns the reading direction; none may stand in a header. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** One line of ordinary characters: what may stand in a subject. */
export function oneLine(text: string): string {
  return text.replace(UNSEEN, " ").replace(/\s+/g, " ").trim();
}

/** A mail with a subject that cannot carry a second header or reorder what is read. */
export function mail(language: Language, subject: string, blocks: readonly MailBlock[]): MailContent {
  return { language, subject: oneLine(subject), blocks };
}

export function paragraph(text: string): MailBlock {
  return { kind: "paragraph", text };
}

export function small(text: string): MailBlock {
  return { kind: "small", text };
}

/** Rows whose value is empty are left out. */
export function facts(rows: readonly { readonly label: string; readonly value: string }[]): MailBlock {
  return { kind: "facts", rows: rows.filter(({ value }) => value !== "") };
}

/** @throws Error if the address is not one of the web: a mail carries no other kind. */
export function link(label: string, url: string): MailBlock {
  return { kind: "link", label, url: webAddress(url) };
}

/** A link that stands small in the footer. */
export function quietLink(label: string, url: string): MailBlock {
  return { kind: "link", label, url: webAddress(url), quiet: true };
}

/** @throws Error if it is not an http or https address */
export function webAddress(url: string): string {
  const { protocol, href } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") throw new Error("not an address of the web");
  return href;
}

/** The mail as plain text; the same words as its HTML. */
export function mailText({ blocks }: MailContent): string {
  return `${blocks.map(blockText).join("\n\n")}\n`;
}

function blockText(block: MailBlock): string {
  switch (block.kind) {
    case "paragraph":
    case "small":
      return block.text;
    case "facts":
      return block.rows.map(({ label, value }) => `${label}: ${value}`).join("\n");
    case "link":
      return `${block.label}:\n${block.url}`;
  }
}
