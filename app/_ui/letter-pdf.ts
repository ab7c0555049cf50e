import type { Language } from "@/lib/domain/kernel/language";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { translator } from "@/lib/i18n/translator";
import { openPage, type PdfPage } from "./pdf/pdf-page";

export type PrintedLetter = {
  readonly title: string;
  readonly language: Language;
  readonly blocks: readonly LetterBlock[];
  /** The instant the document says it was made; now when left out. */
  readonly madeAt?: Date;
};

/**
 * A letter as a tagged PDF/UA-1 document: title, language, headings, paragraphs, lists, facts as a table whose rows
 * have headers, selectable text in an embedded font, page numbers outside the reading order. A character that the font
 * cannot draw is printed as an empty square, and the document says so at its end.
 */
export async function letterPdf(letter: PrintedLetter): Promise<Uint8Array> {
  const { title, language, blocks, madeAt = new Date() } = letter;
  const say = translator(language, "paper");
  const page = openPage({ title, language, madeAt });
  page.title(title);
  for (const block of blocks) print(page, block);
  if (!page.complete()) page.paragraph(say("pdf.unprintable"));
  return page.close((number, of) => say("pdf.page", { number, of }));
}

function print(page: PdfPage, block: LetterBlock): void {
  switch (block.kind) {
    case "heading":
      page.heading(block.text);
      break;
    case "paragraph":
    case "fixed":
      page.paragraph(block.text);
      break;
    case "list":
      page.list(block.items);
      break;
    case "facts":
      page.table(block.rows);
      break;
  }
}
