import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import type { LetterLanguage } from "./cue";
import { DE } from "./cues/de";
import { EN } from "./cues/en";
import { ES } from "./cues/es";
import { DA, FI, NB } from "./cues/nordic";
import { SV } from "./cues/sv";

/** The languages that letters are read in; those that answers are written in are fewer. */
export const LETTER_LANGUAGES = ["sv", "en", "de", "es", "da", "nb", "fi"] as const;
export type LetterLanguageCode = (typeof LETTER_LANGUAGES)[number];

const BY_CODE: Readonly<Record<LetterLanguageCode, LetterLanguage>> = {
  sv: SV,
  en: EN,
  de: DE,
  es: ES,
  da: DA,
  nb: NB,
  fi: FI,
};

/** Words of a letter that speak for a right, and where they stand. */
export type Found = { readonly text: string; readonly at: number };

/** What a letter seems to ask for. A suggestion: a person reads the letter and decides. */
export type Proposal = { readonly right: Right; readonly found: readonly Found[] };

export type Reading = {
  /** Null where the text is too short to tell. */
  readonly language: LetterLanguageCode | null;
  readonly proposals: readonly Proposal[];
};

/** So many of a language's commonest words a text needs before its language is told. */
const FEWEST_WORDS = 3;

/**
 * Reads a letter by fixed phrases per language: no network, no model, the same answer every time, and every suggestion
 * shows the words that led to it. Without a known language every language's phrases are tried.
 */
export function readLetter(text: string): Reading {
  const language = letterLanguage(text);
  const languages = language ? [BY_CODE[language]] : LETTER_LANGUAGES.map((code) => BY_CODE[code]);
  const heard = languages.map((one) => ({ cues: one.cues, text: withoutReserves(text, one.reserves) }));
  const proposals = RIGHTS.flatMap((right): Proposal[] => {
    const best = heard.map((one) => evidence(one, right)).sort((a, b) => b.weight - a.weight)[0];
    return best && best.weight >= 1 ? [{ right, found: best.found }] : [];
  });
  return { language, proposals };
}

/** The rights that a letter seems to invoke. */
export function proposedRights(text: string): readonly Right[] {
  return readLetter(text).proposals.map(({ right }) => right);
}

/** The language whose commonest words a text has most of, or null. */
export function letterLanguage(text: string): LetterLanguageCode | null {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counts = LETTER_LANGUAGES.map((code) => {
    const common = new Set(BY_CODE[code].common.split(" "));
    return { code, count: words.filter((word) => common.has(word)).length };
  }).sort((a, b) => b.count - a.count);
  const [first, second] = counts;
  if (!first || !second || first.count < FEWEST_WORDS || first.count === second.count) return null;
  return first.code;
}

function evidence({ cues, text }: { cues: LetterLanguage["cues"]; text: string }, right: Right) {
  const found: Found[] = [];
  let weight = 0;
  for (const cue of cues[right] ?? []) {
    const [match] = text.matchAll(cue.pattern);
    if (!match) continue;
    weight += cue.weight;
    found.push({ text: match[0].replace(/\s+/g, " ").trim(), at: match.index });
  }
  return { weight, found: found.sort((a, b) => a.at - b.at) };
}

/** The text with what the writer only reserves or explains blanked out, so that places stay where they are. */
function withoutReserves(text: string, reserves: RegExp): string {
  const heard: string[] = [];
  const sentenceEnd = /[.!?](?:\s|$)/g;
  let done = 0;
  for (const match of text.matchAll(reserves)) {
    if (match.index < done) continue;
    sentenceEnd.lastIndex = match.index;
    const stop = sentenceEnd.exec(text)?.index ?? text.length;
    heard.push(text.slice(done, match.index), " ".repeat(stop - match.index));
    done = stop;
  }
  return heard.join("") + text.slice(done);
}
