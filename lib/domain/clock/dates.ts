import { Temporal } from "temporal-polyfill";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";

export type Day = Temporal.PlainDate;

/**
 * The calendar date on which an instant falls in a zone.
 * @param instant ISO text with an offset or Z
 * @param zone IANA name
 * @throws RangeError for text that is no instant and for a zone that does not exist: both are checked at the boundary
 */
export function localDay(instant: string, zone: string): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate();
}

/** As `localDay`, as text. This is the local date of receipt that a filing stores. */
export function localDate(instant: string, zone: string): IsoDate {
  return iso(localDay(instant, zone));
}

export function day(date: IsoDate): Day {
  return Temporal.PlainDate.from(date);
}

export function iso(date: Day): IsoDate {
  return date.toString() as IsoDate;
}

export function addDays(date: Day, days: number): Day {
  return days === 0 ? date : date.add({ days });
}

/** Months keep the day of the month, or take the month's last day where that day does not exist. */
export function addMonths(date: Day, months: number): Day {
  return date.add({ months }, { overflow: "constrain" });
}

/** Days from one date to another; negative when `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return from.until(to, { largestUnit: "days" }).days;
}

export function isAfter(a: Day, b: Day): boolean {
  return Temporal.PlainDate.compare(a, b) > 0;
}

export function earlier(a: Day, b: Day): Day {
  return isAfter(a, b) ? b : a;
}

export function later(a: Day, b: Day): Day {
  return isAfter(a, b) ? a : b;
}

/** The first instant of a date in a zone, also where summer time skips midnight. */
export function startOf(date: Day, zone: string): IsoInstant {
  return new Date(date.toZonedDateTime(zone).epochMilliseconds).toISOString() as IsoInstant;
}
