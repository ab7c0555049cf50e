import Holidays, { type HolidaysTypes } from "date-holidays";
import {
  type DayRule,
  LIST_OF,
  OVERLAY_VERSION,
  OVERLAYS,
  WITHOUT_REGIONS,
} from "@/lib/adapters/holiday-overlay";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Calendar } from "@/lib/domain/law/calendar";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A day with a clock change is 23 hours long; anything shorter is a half day and does not count. */
const WHOLE_DAY_MS = 23 * HOUR_MS;

/** Where a calendar built here comes from; kept beside it. */
export const CALENDAR_SOURCE = `date-holidays 3.37.0 (data CC BY-SA 3.0) with corrections of Habeas, version ${OVERLAY_VERSION}`;

/** The parts of a state that have days of their own, in the form that `buildCalendar` takes: "FR-57", "DE-BY". */
export function regionsOf(state: string): readonly string[] {
  if (WITHOUT_REGIONS.includes(state)) return [];
  // The library answers undefined for a state without parts, though its type says otherwise.
  const parts: Readonly<Record<string, string>> | undefined = new Holidays().getStates(state);
  return Object.keys(parts ?? {}).map((part) => `${state}-${part}`);
}

/**
 * The calendar of a state or region as the library knows it, corrected by our overlay.
 * A region that the library does not know (it answers with the state's list, or with nothing) is unchecked,
 * so that the unrolled date leads wherever the calendar is used.
 * @param region ISO 3166-1 code, with the library's code of the region behind a hyphen: "SE", "FR-57", "DE-BY"
 * @param fromYear first year, inclusive
 * @param toYear last year, inclusive
 */
export function buildCalendar(region: string, fromYear: number, toYear: number): Calendar {
  const [state = "", ...parts] = region.split("-");
  const list = LIST_OF[state];
  if (list === "common" && parts.length === 0) return commonTo(state, fromYear, toYear);
  const own = list === "state" ? [] : parts;
  const overlay = OVERLAYS[own.length > 0 ? region : state] ?? OVERLAYS[state];
  const library = libraryFor(state, own);
  const official = new Set<IsoDate>();
  const addedByStatute = new Set<IsoDate>();
  const halfDays = new Set<IsoDate>();
  for (let year = fromYear; year <= toYear; year += 1) {
    for (const holiday of library.getHolidays(year)) {
      for (const date of wholeDays(holiday)) official.add(date);
      if (isHalf(holiday)) halfDays.add(holiday.date.slice(0, 10) as IsoDate);
    }
    for (const date of datesOf(overlay?.remove, year)) official.delete(date);
    for (const date of datesOf(overlay?.add, year)) official.add(date);
    for (const date of datesOf(overlay?.addByStatute, year)) addedByStatute.add(date);
  }
  // Who checked a state's list did not check what a part of the state adds to it.
  const checkedBy = own.length === 0 ? (overlay?.checkedBy ?? null) : null;
  return {
    region,
    version: OVERLAY_VERSION,
    checkedBy,
    fromYear,
    toYear,
    official,
    addedByStatute,
    halfDays,
  };
}

/** The days that every region of a state has: the strictest list for who acts in several of them. */
function commonTo(state: string, fromYear: number, toYear: number): Calendar {
  const [first, ...others] = regionsOf(state)
    .filter((region) => region !== "GB-ALD")
    .map((region) => buildCalendar(region, fromYear, toYear));
  if (first === undefined) throw new Error(`${state} has no regions`);
  const official = [...first.official].filter((date) => others.every((other) => other.official.has(date)));
  return { ...first, region: state, official: new Set(official) };
}

function libraryFor(state: string, [region, district]: readonly string[]): Holidays {
  const options: HolidaysTypes.Options = { types: ["public"], timezone: "UTC" };
  if (region === undefined) return new Holidays(state, options);
  if (district === undefined) return new Holidays(state, region, options);
  return new Holidays(state, region, district, options);
}

function isHalf({ start, end }: HolidaysTypes.Holiday): boolean {
  return end.getTime() - start.getTime() < WHOLE_DAY_MS;
}

function wholeDays(holiday: HolidaysTypes.Holiday): readonly IsoDate[] {
  if (isHalf(holiday)) return [];
  const { date, start, end } = holiday;
  const length = end.getTime() - start.getTime();
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  return Array.from({ length: Math.max(1, Math.round(length / DAY_MS)) }, (_, index) =>
    isoOf(first + index * DAY_MS),
  );
}

function datesOf(rules: readonly DayRule[] = [], year: number): readonly IsoDate[] {
  return rules.filter((rule) => !("year" in rule) || rule.year === year).map((rule) => dateOf(rule, year));
}

function dateOf(rule: DayRule, year: number): IsoDate {
  if ("on" in rule) return `${year}-${rule.on}` as IsoDate;
  if ("easter" in rule) return isoOf(easterSunday(year) + rule.easter * DAY_MS);
  const first = Date.parse(`${year}-${rule.onOrAfter}T00:00:00Z`);
  const wait = (rule.weekday - new Date(first).getUTCDay() + 7) % 7;
  return isoOf(first + wait * DAY_MS);
}

/** Midnight UTC of Easter Sunday in the Gregorian calendar, by the anonymous algorithm (Nature, 1876). */
function easterSunday(year: number): number {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const fix = Math.floor((golden + 11 * moon + 22 * toSunday) / 451);
  const counted = moon + toSunday - 7 * fix + 114;
  return Date.UTC(year, Math.floor(counted / 31) - 1, (counted % 31) + 1);
}

function isoOf(utcMs: number): IsoDate {
  return new Date(utcMs).toISOString().slice(0, 10) as IsoDate;
}
