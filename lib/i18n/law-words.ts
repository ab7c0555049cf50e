import type { Language } from "@/lib/domain/kernel/language";
import { lawOf } from "@/lib/domain/law/profile";
import type { Namespace } from "@/lib/i18n/catalogue";
import { type Translate, translator } from "@/lib/i18n/translator";

/** An article of the GDPR in brackets behind a sentence: " (Article 17(1)(a))", " (artikel 17.1 a)". */
const ARTICLE = / \((?:Articles?|artikel|artiklarna) \d(?:[^()]|\([^()]*\))*\)/g;

/** Where the Union's border is named, and what stands there under another law. */
const ABROAD: Readonly<Record<Language, readonly [string, string]>> = {
  en: ["countries outside the EU and EEA", "other countries"],
  sv: ["länder utanför EU och EES", "andra länder"],
};

/** A sentence of ours, written for the GDPR, as it stands under another law: without articles and borders. */
export function withoutUnionLaw(text: string, language: Language): string {
  const [border, abroad] = ABROAD[language];
  return text.replace(ARTICLE, "").replaceAll(border, abroad);
}

/**
 * The messages of a namespace as a letter under a profile says them. Our sentences are written for the GDPR and
 * carry its articles in brackets; under another law they stand without, and foreign countries are those abroad.
 */
export function translatorUnder(profileId: string, language: Language, namespace: Namespace): Translate {
  const say = translator(language, namespace);
  if (lawOf(profileId) === "gdpr") return say;
  return (key, values) => withoutUnionLaw(say(key, values), language);
}
