import { LANGUAGES, type Language } from "@/lib/domain/kernel/language";
import { profileById } from "@/lib/domain/law/profile";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { withoutUnionLaw } from "@/lib/i18n/law-words";
import { LEGAL_NOTICES, LEGAL_TEXTS, type LegalNotice, type LegalText } from "@/lib/i18n/legal/texts";

/**
 * The legal text of a notice in force for a profile: its state's own, else its law's, else, for a law other than
 * the GDPR, the one in plain words, and where there is none the GDPR's without its articles in brackets.
 * @param profileId "gdpr-se"
 * @throws Error if there is none: a notice never leaves without what the law wants in it
 */
export function legalText(profileId: string, notice: LegalNotice, language: Language): LegalText {
  for (const folder of foldersOf(profileId)) {
    const text = LEGAL_TEXTS[folder]?.[notice]?.[language];
    if (text) return text;
  }
  const text = isOtherLaw(profileId) ? LEGAL_TEXTS.gdpr?.[notice]?.[language] : undefined;
  if (text) return { ...text, text: withoutUnionLaw(text.text, language) };
  throw new Error(`no legal text ${profileId}/${notice}/${language}`);
}

/** The folder of texts for any law but the GDPR. */
const GENERAL = "general";

/** "gdpr-fr-57" looks in gdpr-fr-57, gdpr-fr, gdpr; "uk-gdpr-eng" in uk-gdpr-eng, uk-gdpr, uk, general. */
function foldersOf(profileId: string): string[] {
  const parts = profileId.toLowerCase().split("-");
  const own = parts.map((_, i) => parts.slice(0, parts.length - i).join("-"));
  return isOtherLaw(profileId) ? [...own, GENERAL] : own;
}

/** A law that is there and is not the GDPR. */
function isOtherLaw(profileId: string): boolean {
  const profile = profileById(profileId);
  return profile !== null && profile.law !== "gdpr";
}

/**
 * A legal text as blocks of a letter or page, its placeholders filled.
 * @throws Error for a placeholder without a value
 */
export function fixedBlocks(
  profileId: string,
  notice: LegalNotice,
  language: Language,
  values: Readonly<Record<string, string>> = {},
): readonly LetterBlock[] {
  const { version, text } = legalText(profileId, notice, language);
  return text.split("\n\n").flatMap((part): LetterBlock[] => {
    const [, heading, rest = ""] = /^## (.+)(?:\n([\s\S]*))?$/.exec(part) ?? [null, "", part];
    const fixed = fill(rest, values);
    return [
      ...(heading ? [{ kind: "heading", text: heading } as const] : []),
      ...(fixed ? [{ kind: "fixed", notice, version, text: fixed } as const] : []),
    ];
  });
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`a legal text needs ${name}`);
    return value;
  });
}

/** A legal text that no lawyer has read yet. */
export type UnreviewedText = {
  readonly folder: string;
  readonly notice: LegalNotice;
  readonly language: Language;
  readonly version: number;
};

/** Which of the texts that a profile uses nobody has reviewed; shown to the administrator. */
export function unreviewedTexts(profileId: string): readonly UnreviewedText[] {
  return LEGAL_NOTICES.flatMap((notice) =>
    LANGUAGES.flatMap((language) => {
      const folder = [...foldersOf(profileId), "gdpr"].find((name) => LEGAL_TEXTS[name]?.[notice]);
      const { version, reviewedBy } = legalText(profileId, notice, language);
      return folder && reviewedBy === null ? [{ folder, notice, language, version }] : [];
    }),
  );
}
