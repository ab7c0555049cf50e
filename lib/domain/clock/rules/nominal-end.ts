import { addDays, addPeriod, type Day } from "@/lib/domain/clock/dates";
import type { Period } from "@/lib/domain/law/rules";

/**
 * Where a period ends before weekends and holidays are looked at: the day of the event is not counted,
 * a month ends on the same day of the month or on its last day, and paused days are added to that end.
 * Always from the start of the clock, never from an end that was itself shortened (31 January plus three
 * months is 30 April). Regulation (EEC, Euratom) 1182/71 Art. 3(1) and 3(2)(c); C-171/03 Toeters.
 */
export function nominalEnd(start: Day, within: Period, pausedDays: number): Day {
  return addDays(addPeriod(start, within), pausedDays);
}

/**
 * Whether the month in which a period ends has no such day, so that its last day took its place.
 * @param end the period's end without paused days
 */
export function endsOnShorterMonth(start: Day, within: Period, end: Day): boolean {
  return within.unit === "months" && end.day !== start.day;
}
