import type { DatedEvent } from "@/lib/domain/clock/dated-events";
import { type Day, iso } from "@/lib/domain/clock/dates";
import { OWN_RULE, step } from "@/lib/domain/clock/derivation";
import type { Terms } from "@/lib/domain/clock/terms";
import { foldEvents } from "@/lib/domain/clock/timeline";
import type { Timeline } from "@/lib/domain/clock/timeline-types";
import type { DerivationStep } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { covers } from "@/lib/domain/law/calendar";

/** A calendar in which only Saturdays and Sundays are days off. */
const NO_HOLIDAYS: ReadonlySet<IsoDate> = new Set();

/** Whether the rolled date cannot be relied on, and by which of the two reasons. */
export type Doubt = "calendar_unchecked" | "calendar_years";

/**
 * Why the unrolled date leads: nobody checked the list of holidays, or it does not reach these dates.
 * A list that is not asked at all (`none`, or a law that moves no last day) needs no check.
 * @returns null when the rolled date can be relied on
 */
export function doubtOf(nominal: Day, rolled: Day, { rules, calendar, policy }: Terms): Doubt | null {
  if (rules.roll === null || policy === "none") return null;
  if (calendar.checkedBy === null) return "calendar_unchecked";
  return covers(calendar, iso(nominal)) && covers(calendar, iso(rolled)) ? null : "calendar_years";
}

/**
 * What happened, read as if the calendar named no holiday: a notice or question that was in time only because
 * of a holiday in doubt is late. What comes out holds whatever the true holidays are.
 */
export function withoutHolidays(events: readonly DatedEvent[], terms: Terms): Timeline {
  return foldEvents(events, {
    ...terms,
    calendar: { ...terms.calendar, official: NO_HOLIDAYS, addedByStatute: NO_HOLIDAYS },
  });
}

/** The sentence of a doubt: from the rolled date to the one that leads. */
export function doubtStep(doubt: Doubt, rolled: Day, safe: Day, { calendar }: Terms): DerivationStep {
  const { region, fromYear, toYear } = calendar;
  return step(doubt, rolled, safe, OWN_RULE, { region, fromYear, toYear });
}
