import type { Language } from "@/lib/domain/kernel/language";

/** The name of a country in a language from its code of two letters; anything else is said as it stands. */
export function countryName(country: string, language: Language): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return new Intl.DisplayNames(language, { type: "region" }).of(country) ?? country;
}
