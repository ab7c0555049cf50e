import { heading, paragraphs } from "@/emails/letters/blocks";
import type { NamedRecipient } from "@/lib/domain/decision/demands/demand";
import type { Language } from "@/lib/domain/kernel/language";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { countryName } from "@/lib/i18n/country";
import { translatorUnder } from "@/lib/i18n/law-words";
import type { Translate } from "@/lib/i18n/translator";

/** What the findings of every right are written with. */
export type Basis = { readonly language: Language; readonly say: Translate };

/** @param profile whose law's articles may stand in the letter */
export function basisOf(language: Language, profile: string): Basis {
  return { language, say: translatorUnder(profile, language, "findings") };
}

/** A heading and what was written below it; nothing where nothing was written. */
export function part(title: string, text: string | null): readonly LetterBlock[] {
  return text ? [heading(title), ...paragraphs(text)] : [];
}

/** Who received the data, by name and country; nothing where nobody did. */
export function recipientList(
  { language }: Basis,
  recipients: readonly NamedRecipient[],
): readonly LetterBlock[] {
  if (recipients.length === 0) return [];
  const items = recipients.map(({ name, country }) =>
    country === "" ? name : `${name} (${countryName(country, language)})`,
  );
  return [{ kind: "list", items }];
}

/** Who is told of the change (GDPR Art. 19), under its heading. */
export function toldBlocks(basis: Basis, recipients: readonly NamedRecipient[]): readonly LetterBlock[] {
  const list = recipientList(basis, recipients);
  return list.length === 0 ? [] : [heading(basis.say("heading.recipients")), ...list];
}
