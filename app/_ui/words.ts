import { getLocale } from "next-intl/server";
import { cache } from "react";
import { isLanguage, type Language } from "@/lib/domain/kernel/language";
import type { Namespace } from "@/lib/i18n/catalogue";
import { DEFAULT_LANGUAGE } from "@/lib/i18n/language";
import { type Translate, translator } from "@/lib/i18n/translator";

const spoken = cache((): { language?: Language } => ({}));

/** Settles the language of this page where its controller does not speak the visitor's. */
export function speak(language: Language): void {
  spoken().language = language;
}

/** The language of this page: the one it settled, else the visitor's. */
export async function pageLanguage(): Promise<Language> {
  const locale = spoken().language ?? (await getLocale());
  return isLanguage(locale) ? locale : DEFAULT_LANGUAGE;
}

/** The messages of a namespace in the language of this page. Server components only. */
export async function words(namespace: Namespace): Promise<Translate> {
  return translator(await pageLanguage(), namespace);
}
