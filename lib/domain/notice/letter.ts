import type { Language } from "@/lib/domain/kernel/language";
import type { Template } from "@/lib/domain/notice/mail-content";
import type { Worded } from "@/lib/domain/notice/wording";

/**
 * A part of a letter. `fixed` is a legal text, with the notice and version it was taken from; a paragraph may be the
 * controller's own. Text is plain, and a line break in it is meant: whoever renders it escapes it and keeps the lines.
 */
export type LetterBlock =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string; readonly own?: true }
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "facts"; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: "fixed"; readonly notice: string; readonly version: number; readonly text: string };

/** A letter before it is shown or printed: what a decision row keeps, sealed. */
export type Letter = Worded<LetterBlock> & {
  readonly title: string;
  readonly language: Language;
  readonly template: Template;
};
