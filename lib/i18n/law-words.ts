import type { Language } from "@/lib/domain/kernel/language";
import { profileById } from "@/lib/domain/law/profile";
import { CATALOGUE, type Messages, type Namespace } from "@/lib/i18n/catalogue";
import { type Translate, translator, translatorOf } from "@/lib/i18n/translator";

/** A provision of the GDPR in brackets behind a sentence: " (Article 17(1)(a))", " (artikel 17.1 a)", " (GDPR Art. 7(3))", or a judgment of its court: " (C-416/23)". */
const PROVISION =
  / \((?:GDPR )?(?:(?:Art(?:icles?|\.)|art(?:ikel|iklarna|\.)|recital|skäl) |C-)\d(?:[^()]|\([^()]*\))*\)/g;

/** Where the Union's border is named, and what stands there under another law. */
const ABROAD: Readonly<Record<Language, readonly [string, string]>> = {
  en: ["countries outside the EU and EEA", "other countries"],
  sv: ["länder utanför EU och EES", "andra länder"],
};

/** A sentence of ours, written for the GDPR, as it stands under another law: without articles and borders. */
export function withoutUnionLaw(text: string, language: Language): string {
  const [border, abroad] = ABROAD[language];
  return text.replace(PROVISION, "").replaceAll(border, abroad);
}

/**
 * The folders in which words and texts of a profile stand, its own first: "gdpr-fr-57" looks in gdpr-fr-57, gdpr-fr and
 * gdpr; "uk-gdpr-eng" in uk-gdpr-eng, uk-gdpr, uk, and then in `general`, which is there for any law but the GDPR.
 */
export function foldersOf(profileId: string): readonly string[] {
  const parts = (profileId.toLowerCase().split(";")[0] ?? "").split("-");
  const own = parts.map((_, at) => parts.slice(0, parts.length - at).join("-"));
  return isOtherLaw(profileId) ? [...own, "general"] : own;
}

/** A law that is there and is not the GDPR. */
export function isOtherLaw(profileId: string): boolean {
  const profile = profileById(profileId);
  return profile !== null && profile.law !== "gdpr";
}

/**
 * The messages of a namespace under a profile. Ours are written for the GDPR. Under another law stands what
 * messages/<language>/elsewhere.json has in one of its folders, else our own without the GDPR's articles in brackets.
 * @param profileId "uk-gdpr-eng"
 */
export function messagesUnder(profileId: string, language: Language, namespace: Namespace): Messages {
  const messages = CATALOGUE[language][namespace];
  if (!isOtherLaw(profileId)) return messages;
  const instead = foldersOf(profileId).map((folder) => CATALOGUE[language].elsewhere[folder]);
  const own = instead.map((words) => (isTree(words) ? words[namespace] : undefined));
  return replaced(messages, own, language);
}

/** As `translator`, with the messages as they are under a profile. */
export function translatorUnder(profileId: string, language: Language, namespace: Namespace): Translate {
  if (!isOtherLaw(profileId)) return translator(language, namespace);
  return translatorOf(`${language}/${namespace} (${profileId})`, language, () =>
    messagesUnder(profileId, language, namespace),
  );
}

type Instead = readonly (string | Messages | undefined)[];

function replaced(messages: Messages, instead: Instead, language: Language): Messages {
  return Object.fromEntries(
    Object.entries(messages).map(([key, message]) => {
      const own = instead.map((words) => (isTree(words) ? words[key] : undefined));
      if (typeof message !== "string") return [key, replaced(message, own, language)];
      return [key, own.find((word) => typeof word === "string") ?? withoutUnionLaw(message, language)];
    }),
  );
}

function isTree(words: string | Messages | undefined): words is Messages {
  return typeof words === "object";
}
