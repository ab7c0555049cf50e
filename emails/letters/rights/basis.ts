import { heading, paragraph, paragraphs } from "@/emails/letters/blocks";
import type { NamedRecipient } from "@/lib/domain/decision/demands/demand";
import type { ReadyTelling } from "@/lib/domain/decision/demands/telling";
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

/** Who is told of the change, that there is nobody, or why they are not told (GDPR Art. 19). */
export function toldBlocks(basis: Basis, telling: ReadyTelling): readonly LetterBlock[] {
  return [heading(basis.say("heading.recipients")), ...tellingBlocks(basis, telling)];
}

function tellingBlocks(basis: Basis, telling: ReadyTelling): readonly LetterBlock[] {
  switch (telling.told) {
    case "recipients":
      return recipientList(basis, telling.recipients);
    case "none":
      return [paragraph(basis.say("sentence.toldNobody"))];
    case "impossible":
      return [paragraph(basis.say("sentence.notTold")), ...paragraphs(telling.because)];
  }
}
