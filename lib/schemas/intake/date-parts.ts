import { isoDate } from "@/lib/schemas/text";

export const DATE_PARTS = ["day", "month", "year"] as const;
export type DateParts = Readonly<Record<(typeof DATE_PARTS)[number], string>>;

const MONTHS = [
  ["januari", "january"],
  ["februari", "february"],
  ["mars", "march"],
  ["april"],
  ["maj", "may"],
  ["juni", "june"],
  ["juli", "july"],
  ["augusti", "august"],
  ["september"],
  ["oktober", "october"],
  ["november"],
  ["december"],
] as const;

export type DateRead =
  /** `iso` is a day that exists ("2026-03-13"), or empty where nothing was typed. */
  { readonly iso: string } | { readonly message: "date" | "dateIncomplete"; readonly part: keyof DateParts };

/**
 * A date typed as three fields. The month may be a number or a Swedish or English name, whole or by its first three
 * letters; spaces do not matter.
 * @returns the date, or what is wrong and the first field that it is wrong with
 */
export function readDateParts(parts: DateParts): DateRead {
  const typed = { day: parts.day.trim(), month: parts.month.trim(), year: parts.year.trim() };
  const missing = DATE_PARTS.filter((part) => typed[part] === "");
  if (missing.length === DATE_PARTS.length) return { iso: "" };
  if (missing[0]) return { message: "dateIncomplete", part: missing[0] };

  const month = monthNumber(typed.month);
  if (!/^\d{1,2}$/.test(typed.day)) return { message: "date", part: "day" };
  if (month === null) return { message: "date", part: "month" };
  if (!/^\d{4}$/.test(typed.year)) return { message: "date", part: "year" };
  const iso = `${typed.year}-${String(month).padStart(2, "0")}-${typed.day.padStart(2, "0")}`;
  return isoDate.safeParse(iso).success ? { iso } : { message: "date", part: "day" };
}

function monthNumber(typed: string): number | null {
  if (/^\d{1,2}$/.test(typed)) return Number(typed) >= 1 && Number(typed) <= 12 ? Number(typed) : null;
  const name = typed.toLowerCase().replace(/\.$/, "");
  const at = MONTHS.findIndex((names) =>
    names.some((month) => month === name || (name.length === 3 && month.startsWith(name))),
  );
  return at < 0 ? null : at + 1;
}
