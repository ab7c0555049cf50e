import { addDays, type Day, iso } from "@/lib/domain/clock/dates";
import type { Terms } from "@/lib/domain/clock/terms";
import { type Calendar, type HolidayPolicy, listedAs } from "@/lib/domain/law/calendar";

const SATURDAY = 6;
const SUNDAY = 7;

export type DayOff = "saturday" | "sunday" | "holiday" | "equated";

/** Why a date is not a working day; null when it is one. */
export function dayOff(
  date: Day,
  calendar: Calendar,
  policy: HolidayPolicy,
  halfDays = false,
): DayOff | null {
  const { dayOfWeek } = date;
  if (dayOfWeek === SUNDAY) return "sunday";
  const listed = listedAs(iso(date), calendar, policy, halfDays);
  return listed === null && dayOfWeek === SATURDAY ? "saturday" : listed;
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
  while (dayOff(rolled, calendar, policy, rules.roll.halfDays) !== null) rolled = addDays(rolled, 1);
  return rolled;
}
