import { localDate } from "@/lib/domain/clock/dates";
import { clocksOfPeriods, daysPaused } from "@/lib/domain/clock/periods";
import type { ClockEvent } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import type { HolidayPolicy } from "@/lib/domain/law/calendar";
import { profileById } from "@/lib/domain/law/profile";
import { calendarOf } from "./own-calendar";

/** What of a request decides its clock, as the register's query gives it. */
export type ClockRow = {
  readonly receivedAt: string;
  readonly zone: string;
  readonly right: string;
  readonly profile: string;
  readonly calendarRegion: string;
  readonly calendarVersion: number;
  readonly ownCalendarVersion: number | null;
  readonly holidayPolicy: string;
  /** What happened to the clock, oldest first; null where nothing did. */
  readonly events: readonly ClockEvent[] | null;
};

/** What the register says of a clock besides its dates: of all the periods of a request that was opened again. */
export type RegisterClock = {
  /** Whether an extension took effect, and the local date of the first notice of one. */
  readonly extended: boolean;
  readonly extensionNoticeOn: IsoDate | null;
  /** Whole days that the clock stood still, of pauses that are over. */
  readonly daysPaused: number;
};

/** Folds one request's clock by what its dates were computed with. Throws if its profile is gone. */
export async function registerClock(controllerId: string, row: ClockRow): Promise<RegisterClock> {
  if (!row.events) return { extended: false, extensionNoticeOn: null, daysPaused: 0 };
  const profile = profileById(row.profile);
  if (!profile) throw new Error(`profile ${row.profile} is gone`);
  const clocks = clocksOfPeriods({
    profile,
    calendar: await calendarOf({ controllerId, ...row }),
    holidayPolicy: row.holidayPolicy as HolidayPolicy,
    receivedAt: row.receivedAt,
    zone: row.zone,
    right: row.right as Right,
    events: row.events,
    targetDaysBefore: 0,
  });
  const notice = row.events.find(({ type }) => type === "extend");
  return {
    extended: clocks.some(({ extended }) => extended),
    extensionNoticeOn: notice ? localDate(notice.occurredAt, row.zone) : null,
    daysPaused: daysPaused(clocks),
  };
}
