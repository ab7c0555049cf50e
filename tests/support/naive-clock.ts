/**
 * A second clock for the GDPR, written to be obviously right and not fast: whole numbers for days, one day at
 * a time, no library of dates. It shares no code with lib/domain/clock; where the two differ, one is wrong.
 */

export type NaiveEvent = { readonly type: string; readonly at: number };

export type NaiveInput = {
  readonly receivedAt: number;
  readonly zone: string;
  readonly events: readonly NaiveEvent[];
  /** Days off beyond weekends, "2026-12-25"; null: last days are never moved. */
  readonly holidays: ReadonlySet<string> | null;
};

export type NaiveClock = {
  readonly paused: boolean;
  readonly stopped: boolean;
  readonly extended: boolean;
  readonly received: string;
  readonly nominal: string | null;
  readonly due: string | null;
  readonly firstInstantTooLate: number | null;
  readonly refusalBy: string | null;
  readonly noticeBy: string;
  /** Where a request stands whose questions were answered on the day they were last asked. */
  readonly placeUnrolled: string;
  readonly place: string;
};

const MINUTE = 60_000;

export function naiveClock({ receivedAt, zone, events, holidays }: NaiveInput): NaiveClock {
  const received = dayOf(receivedAt, zone);
  const happened = events
    .map((event) => ({ ...event, day: Math.max(received, dayOf(event.at, zone)) }))
    .sort((a, b) => a.at - b.at || rank(a.type) - rank(b.type));

  const still = new Set<number>();
  const open = new Set<string>();
  let lastAsked = received;
  let extended = false;
  let stopped = false;
  const end = (months: number) => monthsLater(received, months) + still.size;
  const due = () => nextWorkingDay(end(extended ? 3 : 1), holidays);

  const lastDay = happened.reduce((latest, { day }) => Math.max(latest, day), received);
  for (let today = received; today <= lastDay && !stopped; today += 1) {
    for (const { type, day } of happened) {
      if (day !== today || stopped) continue;
      const inTime = open.size > 0 || today <= due();
      if (type === "identity_requested" || type === "clarification_requested") {
        if (inTime) {
          open.add(type.split("_")[0] ?? "");
          lastAsked = today;
        }
      } else if (type === "identity_received" || type === "clarification_received") {
        open.delete(type.split("_")[0] ?? "");
      } else if (type === "extend") {
        if (inTime) extended = true;
      } else if (type === "decided" || type === "withdrawn") {
        stopped = true;
      }
    }
    if (open.size > 0 && !stopped) still.add(today);
  }

  const paused = open.size > 0;
  const stillBeforeLastQuestion = [...still].filter((day) => !paused || day < lastAsked).length;
  const place = monthsLater(received, extended ? 3 : 1) + stillBeforeLastQuestion;
  const nominal = paused ? null : end(extended ? 3 : 1);
  const last = paused ? null : due();
  return {
    paused,
    stopped,
    extended,
    received: textOf(received),
    nominal: nominal === null ? null : textOf(nominal),
    due: last === null ? null : textOf(last),
    firstInstantTooLate: last === null ? null : firstInstantAfter(last, zone),
    refusalBy: paused ? null : textOf(nextWorkingDay(end(1), holidays)),
    noticeBy: textOf(monthsLater(received, 1)),
    placeUnrolled: textOf(place),
    place: textOf(nextWorkingDay(place, holidays)),
  };
}

export function rank(type: string): number {
  return type.endsWith("_requested")
    ? 0
    : type.endsWith("_received") || type === "fee_confirmed"
      ? 1
      : type === "extend"
        ? 2
        : 3;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function daysIn(month: number, year: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1 January 2000, counted month by month. */
function dayNumber(year: number, month: number, day: number): number {
  let count = day - 1;
  for (let y = 2000; y < year; y += 1) count += isLeap(y) ? 366 : 365;
  for (let m = 1; m < month; m += 1) count += daysIn(m, year);
  return count;
}

function dateOf(number: number): { readonly year: number; readonly month: number; readonly day: number } {
  let [year, month, left] = [2000, 1, number];
  for (; left >= (isLeap(year) ? 366 : 365); year += 1) left -= isLeap(year) ? 366 : 365;
  for (; left >= daysIn(month, year); month += 1) left -= daysIn(month, year);
  return { year, month, day: left + 1 };
}

export function textOf(number: number): string {
  const { year, month, day } = dateOf(number);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** Walks day by day until the same day of the month, or the end of a month that does not have it. */
export function monthsLater(start: number, months: number): number {
  const from = dateOf(start);
  let { year, month, day } = from;
  let walked = start;
  for (let passed = 0; ; walked += 1) {
    if (passed === months && (day === from.day || (day === daysIn(month, year) && from.day > day)))
      return walked;
    day += 1;
    if (day > daysIn(month, year)) {
      [month, day, passed] = [month + 1, 1, passed + 1];
      if (month > 12) [year, month] = [year + 1, 1];
    }
  }
}

export function nextWorkingDay(from: number, holidays: ReadonlySet<string> | null): number {
  if (holidays === null) return from;
  let day = from;
  while (isWeekend(day) || holidays.has(textOf(day))) day += 1;
  return day;
}

/** Whether a day is none for business. */
export function isDayOff(day: number, holidays: ReadonlySet<string>, saturdayCounts: boolean): boolean {
  if (holidays.has(textOf(day))) return true;
  return saturdayCounts ? day % 7 === 1 : isWeekend(day);
}

/** 1 January 2000 was a Saturday. */
function isWeekend(number: number): boolean {
  return number % 7 === 0 || number % 7 === 1;
}

const formats = new Map<string, Intl.DateTimeFormat>();

export function dayOf(instant: number, zone: string): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat("en-US", { timeZone: zone, year: "numeric", month: "numeric", day: "numeric" });
  formats.set(zone, format);
  const [month = 0, day = 0, year = 0] = format.format(instant).split("/").map(Number);
  return dayNumber(year, month, day);
}

/** Steps a quarter of an hour at a time: every zone of today changes its day on one. */
export function firstInstantAfter(lastDay: number, zone: string): number {
  const { year, month, day } = dateOf(lastDay);
  let instant = Date.UTC(year, month - 1, day, 8);
  while (dayOf(instant, zone) <= lastDay) instant += 15 * MINUTE;
  return instant;
}
