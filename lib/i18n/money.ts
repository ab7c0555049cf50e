import type { Language } from "@/lib/domain/kernel/language";

const LOCALE: Readonly<Record<Language, string>> = { sv: "sv-SE", en: "en-GB" };

/** Hundredths as people write them: 1250 is "12,50" or "12.50"; whole ones without decimals where `bare`. */
export function formatHundredths(hundredths: number, language: Language, bare = false): string {
  const digits = bare && hundredths % 100 === 0 ? 0 : 2;
  const written = `${Math.trunc(hundredths / 100)}.${String(Math.abs(hundredths % 100)).padStart(2, "0")}`;
  const format = new Intl.NumberFormat(LOCALE[language], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return format.format(written as unknown as number);
}

/** An amount of whole minor units, with its currency: "1 250,00 SEK", "SEK 1,250.00" as "1,250.00 SEK". */
export function formatMoney(minor: number, currency: string, language: Language): string {
  return `${formatHundredths(minor, language)}\u00a0${currency}`;
}
