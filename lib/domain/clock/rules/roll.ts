import { addDays, type Day, iso } from "@/lib/domain/clock/dates";
import type { Terms } from "@/lib/domain/clock/terms";
import { type Calendar, type HolidayPolicy, isHoliday } from "@/lib/domain/law/calendar";

const SATURDAY = 6;

/** Why a date is not a working day; null when it is one. */
export function dayOff(
  date: Day,
  calendar: Calendar,
  policy: HolidayPolicy,
): "saturday" | "sunday" | "holiday" | null {
  if (isHoliday(iso(date), calendar, policy)) return "holiday";
  if (date.dayOfWeek < SATURDAY) return null;
  return date.dayOfWeek === SATURDAY ? "saturday" : "sunday";
}

/**
 * A last day on a Saturday, Sunday or public holiday becomes the end of the next working day.
 * Done once, after everything else: days before the last one count whatever they are.
 * Regulation (EEC, Euratom) 1182/71 Art. 3(3) and 3(4).
 */
export function rollForward(
  date: Day,
  { rules, calendar, policy }: Pick<Terms, "rules" | "calendar" | "policy">,
): Day {
  if (rules.roll === null || policy === "none") return date;
  let rolled = date;
  while (dayOff(rolled, calendar, policy) !== null) rolled = addDays(rolled, 1);
  return rolled;
}
