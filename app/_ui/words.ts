import { getLocale } from "next-intl/server";
import { cache } from "react";
import { isLanguage, type Language } from "@/lib/domain/kernel/language";
import type { Namespace } from "@/lib/i18n/catalogue";
import { DEFAULT_LANGUAGE } from "@/lib/i18n/language";
import { translatorUnder } from "@/lib/i18n/law-words";
import type { Translate } from "@/lib/i18n/translator";

const spoken = cache((): { language?: Language; profile?: string } => ({}));

/** Settles the language of this page where its controller does not speak the visitor's. */
export function speak(language: Language): void {
  spoken().language = language;
}

/** Settles under whose law this page is: from then on its words name no law but that one. */
export function underLaw(profile: string): void {
  spoken().profile = profile;
}

/** The language of this page: the one it settled, else the visitor's. */
export async function pageLanguage(): Promise<Language> {
  const locale = spoken().language ?? (await getLocale());
  return isLanguage(locale) ? locale : DEFAULT_LANGUAGE;
}

/** The messages of a namespace in the language of this page, under its controller's law. Server components only. */
export async function words(namespace: Namespace): Promise<Translate> {
  return translatorUnder(spoken().profile ?? "", await pageLanguage(), namespace);
}
