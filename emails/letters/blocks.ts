import type { Language } from "@/lib/domain/kernel/language";
import type { Letter, LetterBlock } from "@/lib/domain/notice/letter";
import type { Template } from "@/lib/domain/notice/mail-content";
import { type OwnWords, worded } from "@/lib/domain/notice/wording";

/** A letter: the controller's own words around what it says, and who writes it. What it says cannot be left out. */
export function letter(
  head: { readonly language: Language; readonly title: string; readonly template: Template },
  own: OwnWords,
  body: readonly LetterBlock[],
  foot: readonly LetterBlock[],
): Letter {
  return { ...head, ...worded(own, body, foot) };
}

export function heading(text: string): LetterBlock {
  return { kind: "heading", text };
}

export function paragraph(text: string): LetterBlock {
  return { kind: "paragraph", text };
}

/** What somebody wrote: an empty line parts paragraphs, a single line break stays. */
export function paragraphs(text: string): readonly LetterBlock[] {
  return text
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map(paragraph);
}

/** Rows whose value is empty are left out. */
export function rows(all: readonly { readonly label: string; readonly value: string }[]): LetterBlock {
  return { kind: "facts", rows: all.filter(({ value }) => value !== "") };
}
