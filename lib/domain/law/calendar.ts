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
};

/** Whether a date is listed as a holiday under a policy. Weekends are not asked here. */
export function isHoliday(date: IsoDate, calendar: Calendar, policy: HolidayPolicy): boolean {
  if (policy === "none") return false;
  return calendar.official.has(date) || (policy === "statutory" && calendar.addedByStatute.has(date));
}

/** Whether the calendar says anything about the year of a date. */
export function covers(calendar: Calendar, date: IsoDate): boolean {
  const year = Number(date.slice(0, 4));
  return calendar.fromYear <= year && year <= calendar.toYear;
}
