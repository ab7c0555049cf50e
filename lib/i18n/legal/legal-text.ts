import { LANGUAGES, type Language } from "@/lib/domain/kernel/language";
import { profileById } from "@/lib/domain/law/profile";
import { rulesFor } from "@/lib/domain/law/rules";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { foldersOf, isOtherLaw, withoutUnionLaw } from "@/lib/i18n/law-words";
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
  const known = { ...factsOf(profileId), ...values };
  return text.split("\n\n").flatMap((part): LetterBlock[] => {
    const [, heading, rest = ""] = /^## (.+)(?:\n([\s\S]*))?$/.exec(part) ?? [null, "", part];
    const fixed = fill(rest, known);
    return [
      ...(heading ? [{ kind: "heading", text: heading } as const] : []),
      ...(fixed ? [{ kind: "fixed", notice, version, text: fixed } as const] : []),
    ];
  });
}

/** What a text may say of its law's own numbers: within how many days an appeal to the controller is decided. */
function factsOf(profileId: string): Readonly<Record<string, string>> {
  const profile = profileById(profileId);
  if (profile?.rules.rights.complaint.lastDay !== "statutory") return {};
  return { appealDays: String(rulesFor(profile.rules, "complaint").answer.within.count) };
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
