import { addDays, addMonths, type Day } from "@/lib/domain/clock/dates";
import { workingDaysAfter } from "@/lib/domain/clock/rules/working-days";
import type { Terms } from "@/lib/domain/clock/terms";
import type { Period } from "@/lib/domain/law/rules";

/**
 * Where a period ends before weekends and holidays are looked at: the day of the event is not counted,
 * a month ends on the same day of the month or on its last day, and paused days are added to that end.
 * Always from the start of the clock, never from an end that was itself shortened (31 January plus three
 * months is 30 April). Regulation (EEC, Euratom) 1182/71 Art. 3(1) and 3(2)(c); C-171/03 Toeters.
 * Where a law counts the first day too, the end is a day earlier.
 */
export function nominalEnd(start: Day, within: Period, pausedDays: number, terms: Terms): Day {
  return addDays(addPeriod(start, within, terms), pausedDays - (terms.rules.receipt.counted ? 1 : 0));
}

function addPeriod(start: Day, { unit, count }: Period, terms: Terms): Day {
  if (unit === "months") return addMonths(start, count);
  return unit === "days" ? addDays(start, count) : workingDaysAfter(start, count, terms);
}

/**
 * Whether the month in which a period ends has no such day, so that its last day took its place.
 */
export function endsOnShorterMonth(start: Day, within: Period): boolean {
  return within.unit === "months" && addMonths(start, within.count).day !== start.day;
}
