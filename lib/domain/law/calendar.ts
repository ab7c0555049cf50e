import type { IsoDate } from "@/lib/domain/kernel/date";

/** Which days move a last day forward: see docs/law.md. */
export const HOLIDAY_POLICIES = ["official", "statutory", "none"] as const;
export type HolidayPolicy = (typeof HOLIDAY_POLICIES)[number];

/** The non-working days of one state or region beyond Saturdays and Sundays, one version. */
export type Calendar = {
  /** "SE", "DE-BY", "GB-SCT". */
  readonly region: string;
  readonly version: number;
  /** By what the list was checked; null = unchecked. */
  readonly checkedBy: string | null;
  readonly fromYear: number;
  readonly toYear: number;
  /** Days that national law itself calls public holidays. */
  readonly official: ReadonlySet<IsoDate>;
  /** Further days that national time-computation law treats alike. */
  readonly addedByStatute: ReadonlySet<IsoDate>;
  /** Holidays of a part of the day: working days, unless that reading is set. */
  readonly halfDays: ReadonlySet<IsoDate>;
  /** The version of the controller's own days in it (own-days.ts); none if there are none. */
  readonly own?: number;
};

/**
 * How a date is listed under a policy: as a public holiday, as a day that national law of time only treats like
 * one, or (null) not at all. Weekends are not asked here.
 * @param halfDays whether half holidays are holidays
 */
export function listedAs(
  date: IsoDate,
  calendar: Calendar,
  policy: HolidayPolicy,
  halfDays = false,
): "holiday" | "equated" | null {
  if (policy === "none") return null;
  if (calendar.official.has(date)) return "holiday";
  if (halfDays && calendar.halfDays.has(date)) return "equated";
  return policy === "statutory" && calendar.addedByStatute.has(date) ? "equated" : null;
}

/** Whether the calendar says anything about the year of a date. */
export function covers(calendar: Calendar, date: IsoDate): boolean {
  const year = Number(date.slice(0, 4));
  return calendar.fromYear <= year && year <= calendar.toYear;
}
