import { addDays, type Day } from "@/lib/domain/clock/dates";
import { dayOff } from "@/lib/domain/clock/rules/roll";
import type { Terms } from "@/lib/domain/clock/terms";

/**
 * The date so many working days after another: the next working day is the first. Weekends and holidays are
 * working days to nobody, so they are skipped also where last days are never moved.
 */
export function workingDaysAfter(
  from: Day,
  count: number,
  { rules, calendar, policy }: Pick<Terms, "rules" | "calendar" | "policy">,
): Day {
  const counted = policy === "none" ? "official" : policy;
  let date = from;
  for (let left = count; left > 0; ) {
    date = addDays(date, 1);
    const why = dayOff(date, calendar, counted);
    if (why === null || (why === "saturday" && rules.saturdayIsBusinessDay)) left -= 1;
  }
  return date;
}
