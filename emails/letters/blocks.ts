import type { LetterBlock } from "@/lib/domain/notice/letter";

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
