import { join } from "node:path";
import PDFDocument from "pdfkit";
import { type Glyphs, printable } from "./pdf-text";

/** Of the package dejavu-fonts-ttf, which draws Latin, Greek, Cyrillic and more, and may be embedded. */
const FONTS = join(process.cwd(), "node_modules", "dejavu-fonts-ttf", "ttf");
const REGULAR = join(FONTS, "DejaVuSans.ttf");
const BOLD = join(FONTS, "DejaVuSans-Bold.ttf");

const MARGIN = 62;
const LABELS = 150;
/** What pdfkit knows and its types do not. */
const PDF_UA: object = { subset: "PDF/UA" };
const OF_ITS_ROW: object = { scope: "Row" };
const SIZE = { text: 10.5, heading: 12.5, title: 17, foot: 8.5 };

type Structure = PDFKit.PDFStructureElement;
type Style = { readonly size: number; readonly bold?: boolean };
type Place = { readonly x: number; readonly width: number };

/** Paper on which tagged text is set, top to bottom. */
export type PdfPage = ReturnType<typeof openPage>;

/**
 * An empty A4 document that says it is PDF/UA-1, with its language and title; every part that is set becomes a part of
 * its structure, in reading order.
 */
export function openPage(of: { readonly title: string; readonly language: string; readonly madeAt: Date }) {
  const doc = new PDFDocument({
    size: "A4",
    margins: { top: MARGIN, bottom: MARGIN + 12, left: MARGIN, right: MARGIN },
    ...PDF_UA,
    ...{ pdfVersion: "1.7", tagged: true, displayTitle: true, bufferPages: true },
    lang: of.language,
    font: REGULAR,
    info: { Title: of.title, Producer: "Habeas", Creator: "Habeas", CreationDate: of.madeAt },
  });
  const chunks: Uint8Array[] = [];
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
  const root = doc.struct("Document");
  doc.addStructure(root);
  const glyphs = glyphsOf(doc);
  let complete = true;

  const column: Place = { x: MARGIN, width: doc.page.width - 2 * MARGIN };
  const floor = (): number => doc.page.height - MARGIN - 12;

  function drawn(text: string): string {
    const made = printable(text, glyphs);
    complete &&= made.whole;
    return made.text;
  }

  function style({ size, bold = false }: Style): void {
    doc.font(bold ? BOLD : REGULAR).fontSize(size);
  }

  function heightOf(text: string, { width }: Place, of: Style): number {
    style(of);
    return doc.heightOfString(text, { width, lineGap: 2 });
  }

  /** Turns the page where less than `height` is left on it. */
  function keepTogether(height: number): void {
    const room = floor() - doc.y;
    if (height > room && doc.y > MARGIN) doc.addPage();
  }

  function set(parent: Structure, type: string, text: string, of: Style, { x, width }: Place = column): void {
    style(of);
    const element = type === "TH" ? doc.struct(type, OF_ITS_ROW) : doc.struct(type);
    parent.add(element);
    const y = doc.y;
    element.add(() => doc.text(text === "" ? " " : text, x, y, { width, lineGap: 2 }));
    element.end();
  }

  function gap(height: number): void {
    doc.y += height;
  }

  return {
    title(text: string): void {
      set(root, "H1", drawn(text), { size: SIZE.title, bold: true });
      gap(14);
    },
    heading(text: string): void {
      const of = { size: SIZE.heading, bold: true };
      gap(8);
      // A heading never stands alone at the foot of a page.
      keepTogether(heightOf(text, column, of) + 40);
      set(root, "H2", drawn(text), of);
      gap(4);
    },
    paragraph(text: string): void {
      keepTogether(26);
      set(root, "P", drawn(text), { size: SIZE.text });
      gap(8);
    },
    list(items: readonly string[]): void {
      const list = doc.struct("L");
      root.add(list);
      for (const item of items) {
        keepTogether(26);
        const entry = doc.struct("LI");
        list.add(entry);
        const y = doc.y;
        set(entry, "Lbl", "•", { size: SIZE.text }, { x: MARGIN + 4, width: 12 });
        doc.y = y;
        set(entry, "LBody", drawn(item), { size: SIZE.text }, { x: MARGIN + 18, width: column.width - 18 });
        entry.end();
        gap(3);
      }
      list.end();
      gap(5);
    },
    /** Rows of two cells, of which the first is the header of its row. */
    table(rows: readonly { readonly label: string; readonly value: string }[]): void {
      if (rows.length === 0) return;
      const of = { size: SIZE.text };
      const [left, right] = [
        { x: MARGIN, width: LABELS },
        { x: MARGIN + LABELS + 14, width: column.width - LABELS - 14 },
      ];
      const table = doc.struct("Table");
      root.add(table);
      for (const row of rows) {
        const [label, value] = [drawn(row.label), drawn(row.value)];
        const head = heightOf(label, left, { ...of, bold: true });
        keepTogether(Math.min(Math.max(head, heightOf(value, right, of)), 320));
        const line = doc.struct("TR");
        table.add(line);
        const y = doc.y;
        set(line, "TH", label, { ...of, bold: true }, left);
        doc.y = y;
        const page = doc.page;
        // The value may go on over pages; the next row stands below whichever ends lower.
        set(line, "TD", value, of, right);
        if (doc.page === page) doc.y = Math.max(doc.y, y + head);
        line.end();
        gap(4);
      }
      table.end();
      gap(6);
    },
    /** Whether every character so far could be drawn. */
    complete: () => complete,
    /** Numbers the pages and closes the document. */
    async close(number: (page: number, pages: number) => string): Promise<Uint8Array> {
      root.end();
      const { count } = doc.bufferedPageRange();
      for (let at = 0; at < count; at += 1) {
        doc.switchToPage(at);
        style({ size: SIZE.foot });
        doc.page.margins.bottom = 0;
        doc.markContent("Artifact", { type: "Pagination" });
        doc.text(number(at + 1, count), MARGIN, doc.page.height - MARGIN + 6, {
          width: column.width,
          align: "right",
          lineBreak: false,
        });
        doc.endMarkedContent();
      }
      doc.end();
      return whole;
    },
  };
}

/** Pdfkit knows which characters its font can draw and does not say so in its types. */
function glyphsOf(doc: PDFKit.PDFDocument): Glyphs {
  const { _font } = doc as unknown as {
    readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } };
  };
  const { font } = _font;
  return { has: (codePoint) => font.hasGlyphForCodePoint(codePoint) };
}
