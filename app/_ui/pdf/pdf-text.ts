/** What a font can draw, as far as a text has to know. */
export type Glyphs = { readonly has: (codePoint: number) => boolean };

/** Stands for what the font has no picture of. */
export const NO_GLYPH = "□";

/**
 * No word of a language is longer; pdfkit measures a longer one anew for every line, which takes seconds for a pasted
 * key. It is parted with a space.
 */
const LONGEST_WORD = /\S{60}(?=\S)/gu;

/** Characters that are never drawn: control and format characters, lone halves; line breaks are meant. */
const UNSEEN = /[^\P{C}\n]/gu;

/**
 * A text as the font can set it, and whether a character had to give way: a document with a picture missing is not
 * PDF/UA, and an empty place would hide that something stood there.
 */
export function printable(text: string, glyphs: Glyphs): { readonly text: string; readonly whole: boolean } {
  const clean = text
    .replace(/\r\n?/g, "\n")
    .replaceAll("\t", "  ")
    .normalize("NFC")
    .replace(UNSEEN, "")
    .replace(LONGEST_WORD, "$& ");
  let whole = true;
  const drawn = Array.from(clean, (character) => {
    if (character === "\n" || glyphs.has(character.codePointAt(0) ?? 0)) return character;
    whole = false;
    return NO_GLYPH;
  });
  // The space keeps the words of two lines apart for whoever listens to the text or copies it.
  return { text: drawn.join("").replace(/(?<=\S)\n(?=\S)/g, " \n"), whole };
}
