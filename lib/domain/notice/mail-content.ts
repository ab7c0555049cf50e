import type { Language } from "@/lib/domain/kernel/language";
import type { Worded } from "@/lib/domain/notice/wording";

/** Name and version of the text a notice was made from; both are kept with the notice. */
export type Template = { readonly name: string; readonly version: number };

/**
 * A part of a mail. `link` is what to click; a quiet link stands small in the footer; a paragraph may be the
 * controller's own.
 * Text is plain: whoever renders it escapes it.
 */
export type MailBlock =
  | { readonly kind: "paragraph"; readonly text: string; readonly own?: true }
  | { readonly kind: "facts"; readonly rows: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: "link"; readonly label: string; readonly url: string; readonly quiet?: true }
  | { readonly kind: "small"; readonly text: string };

/** A mail before it becomes text and HTML: what a notice row keeps, sealed. */
export type MailContent = Worded<MailBlock> & { readonly subject: string; readonly language: Language };
