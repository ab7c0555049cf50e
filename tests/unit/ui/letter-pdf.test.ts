/** Documents are tagged PDF/UA-1: read here from the bytes, as a reader of the format would. */
import { inflateSync } from "node:zlib";
import { letterPdf, type PrintedLetter } from "@/app/_ui/letter-pdf";
import { printable } from "@/app/_ui/pdf/pdf-text";
import { EMPTY, letterOf, NO } from "../emails/letters/invented-answers";

const MADE_AT = new Date("2026-03-07T12:00:00Z");

async function made(letter: Partial<PrintedLetter>): Promise<string> {
  const bytes = await letterPdf({
    ...{ title: "Svar", language: "sv", blocks: [], madeAt: MADE_AT },
    ...letter,
  });
  return Buffer.from(bytes).toString("latin1");
}

/** The page contents of a document, unpacked. */
function contents(pdf: string): string {
  const streams = [...pdf.matchAll(/\/FlateDecode\n?.*?>>\nstream\n(.*?)\nendstream/gs)];
  return streams
    .map(([, packed = ""]) => inflateSync(Buffer.from(packed, "latin1")).toString("latin1"))
    .filter((content) => content.includes("BT"))
    .join("\n");
}

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

test("says that it is PDF/UA-1, and has title, language and marked structure", async () => {
  const pdf = await made({ title: "Svar på din begäran" });
  expect(pdf).toMatch(/^%PDF-1\.7/);
  expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
  expect(pdf).toContain("Svar p");
  expect(pdf).toContain("/Lang (sv)");
  expect(pdf).toContain("/Marked true");
  expect(pdf).toContain("/DisplayDocTitle true");
});

test("tags headings, paragraphs, lists and facts, each once, in a font it carries with it", async () => {
  const pdf = await made({
    blocks: [
      { kind: "heading", text: "Vad vi gör" },
      { kind: "paragraph", text: "Ett stycke." },
      { kind: "fixed", notice: "x", version: 1, text: "Fast text." },
      { kind: "list", items: ["ett", "två"] },
      { kind: "facts", rows: [{ label: "Referens", value: "7KQ2M" }] },
    ],
  });
  const tags = ["H1", "H2", "P", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD"];
  const counted = tags.map((tag) => count(pdf, new RegExp(`/S /${tag}\\n`, "g")));
  expect(counted).toEqual([1, 1, 2, 1, 2, 2, 2, 1, 1, 1, 1]);
  expect(pdf).toContain("/Scope /Row");
  expect(count(pdf, /\/FontFile2/g)).toBe(2);
  expect(pdf).not.toContain("Helvetica");
  expect(count(pdf, /\/ToUnicode/g)).toBe(2);
});

test("keeps page numbers out of the reading order, and loses nothing that is longer than a page", async () => {
  const long = "Ord på rad. ".repeat(1200);
  const pdf = await made({
    blocks: [
      { kind: "paragraph", text: long },
      { kind: "facts", rows: [{ label: "Skäl", value: long }] },
    ],
  });
  const pages = count(pdf, /\/Type \/Page\n/g);
  expect(pages).toBeGreaterThan(7);
  const inside = contents(pdf);
  expect(count(inside, /\/Artifact <<\n\/Type \/Pagination/g)).toBe(pages);
  expect(count(inside, /BDC/g)).toBe(count(inside, /EMC/g));
});

test("prints a whole answer, the same bytes for the same letter and instant", async () => {
  const letter = letterOf({ ...EMPTY, outcome: "refused", refusals: [NO] }, "erasure", "en");
  const pdf = await made({ ...letter });
  expect(count(pdf, /\/S /g)).toBeGreaterThan(10);
  expect(await made({ ...letter })).toBe(pdf);
});

test("what the font cannot draw is a square, what is never drawn is gone, and line breaks stay", () => {
  const latin = { has: (codePoint: number) => codePoint < 0x250 };
  expect(printable("Åsa\r\nÖberg", latin)).toEqual({ text: "Åsa \nÖberg", whole: true });
  expect(printable("a\u202E\u0000\u200Bb\tc\uD800", latin)).toEqual({ text: "ab  c", whole: true });
  expect(printable("hej 🎉 漢", latin)).toEqual({ text: "hej □ □", whole: false });
  expect(printable("A\u030Asa", latin)).toEqual({ text: "Åsa", whole: true });
});
