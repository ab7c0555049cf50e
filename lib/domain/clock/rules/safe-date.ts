import { type Day, iso } from "@/lib/domain/clock/dates";
import { OWN_RULE, step } from "@/lib/domain/clock/derivation";
import type { Terms } from "@/lib/domain/clock/terms";
import type { DerivationStep } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { covers } from "@/lib/domain/law/calendar";

const NO_HOLIDAYS: ReadonlySet<IsoDate> = new Set();

/** Whether the rolled date cannot be relied on, and by which of the two reasons. */
export type Doubt = "calendar_unchecked" | "calendar_years";

/**
 * Why the unrolled date leads: nobody checked the list of holidays, or it does not reach these dates.
 * A list that is not asked at all (`none`, or a law of calendar days that moves no last day) needs no check.
 * @returns null when the rolled date can be relied on
 */
export function doubtOf(nominal: Day, rolled: Day, { rules, calendar, policy }: Terms): Doubt | null {
  const moves = rules.roll !== null && policy !== "none";
  const counts = rules.answer.within.unit === "business_days";
  if (!moves && !counts) return null;
  if (calendar.checkedBy === null) return "calendar_unchecked";
  return covers(calendar, iso(nominal)) && covers(calendar, iso(rolled)) ? null : "calendar_years";
}

/**
 * The same terms as if the calendar named no holiday: only Saturdays and Sundays are days off. What was in
 * time only because of a holiday in doubt is late then, so that it holds whatever the true holidays are.
 */
export function withoutHolidays(terms: Terms): Terms {
  const none = { official: NO_HOLIDAYS, addedByStatute: NO_HOLIDAYS, halfDays: NO_HOLIDAYS };
  return { ...terms, calendar: { ...terms.calendar, ...none } };
}

/** The sentence of a doubt: from the rolled date to the one that leads. */
export function doubtStep(doubt: Doubt, rolled: Day, safe: Day, { calendar }: Terms): DerivationStep {
  const { region, fromYear, toYear } = calendar;
  return step(doubt, rolled, safe, OWN_RULE, { region, fromYear, toYear });
}
