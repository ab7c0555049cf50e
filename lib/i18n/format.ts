import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";

const LOCALE: Readonly<Record<Language, string>> = { sv: "sv-SE", en: "en-GB" };

const made = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${language} ${JSON.stringify(options)}`;
  const found = made.get(name) ?? new Intl.DateTimeFormat(LOCALE[language], options);
  made.set(name, found);
  return found;
}

/** A calendar date as people write it: "7 april 2026", "7 April 2026". */
export function formatDate(date: IsoDate, language: Language): string {
  const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  return formatter(language, options).format(new Date(`${date}T00:00:00Z`));
}

/** The day of the week of a calendar date: "tisdag", "Tuesday". */
export function formatWeekday(date: IsoDate, language: Language): string {
  return formatter(language, { weekday: "long", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
}

/**
 * An instant as a wall clock in `zone` shows it, with the zone: "7 april 2026 kl. 14:05 (CEST)",
 * "7 April 2026 at 14:05 (CEST)".
 * @param instant an instant as ISO text, or a Date
 * @param zone IANA name, "Europe/Stockholm"
 */
export function formatInstant(instant: string | Date, zone: string, language: Language): string {
  const at = new Date(instant);
  const day = { day: "numeric", month: "long", year: "numeric", timeZone: zone } as const;
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone } as const;
  const date = formatter(language, day).format(at);
  const time = formatter(language, clock).format(at);
  const name = formatter(language, { ...clock, timeZoneName: "short" })
    .formatToParts(at)
    .find(({ type }) => type === "timeZoneName")?.value;
  return `${date} ${language === "sv" ? "kl." : "at"} ${time} (${name ?? zone})`;
}

const lists: Partial<Record<Language, Intl.ListFormat>> = {};

/** "a, b och c", "a, b and c". */
export function formatList(items: readonly string[], language: Language): string {
  lists[language] ??= new Intl.ListFormat(LOCALE[language], { type: "conjunction" });
  return lists[language].format(items);
}
