import type { Right } from "@/lib/domain/kernel/right";

/** Words that speak for a right; `weight` 1 proposes it alone, less only together with another. */
export type Cue = { readonly pattern: RegExp; readonly weight: number };
export type Cues = Readonly<Partial<Record<Right, readonly Cue[]>>>;

/** What a language's letters say. */
export type LetterLanguage = {
  /** Its commonest words, in small letters: by them a text's language is known. */
  readonly common: string;
  readonly cues: Cues;
  /** Begins what the writer only threatens or explains, up to the end of the sentence: no right is used there. */
  readonly reserves: RegExp;
};

/**
 * A pattern from readable text: a space is any white space, it begins at the beginning of a word, " .. " is any words
 * within one sentence, "~" one character of it.
 */
export function says(text: string, weight = 1): Cue {
  return { pattern: compiled(text), weight };
}

/** A full stop before a small letter or a number ends an abbreviation and no sentence: "Art. 21 Abs. 1". */
const WITHIN = "(?:[^.!?]|[.](?=\\s?[\\d\\p{Ll}]))";

export function compiled(text: string): RegExp {
  const source = text
    .replaceAll(" .. ", `\\s(?:~{0,160}?\\s)?`)
    .replaceAll("~", WITHIN)
    .replaceAll(" ", "\\s+");
  return new RegExp(`(?<![\\p{L}\\d])(?:${source})`, "giu");
}

/** The article of the GDPR named alone: a hint, since letters name articles for many reasons. */
export function article(number: string, word: string): Cue {
  return says(`(?:art\\.?|${word}) ?${number}(?![\\d])`, 0.5);
}
