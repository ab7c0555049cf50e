import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Calendar } from "@/lib/domain/law/calendar";
import { type OwnDayChange, type OwnDays, withOwnDays } from "@/lib/domain/law/own-days";
import { calendarVersion } from "./calendar";
import { db, type Tx } from "./client";
import { fromDateColumn, toDateColumn } from "./dates";
import { Prisma } from "./generated/client";

/** A version never changes once committed, so the calendar it makes may stay in memory. */
const made = new Map<string, Calendar>();

type Row = { version: number; added: Date[]; removed: Date[] };

function toOwnDays({ version, added, removed }: Row): OwnDays {
  return {
    version,
    added: new Set(added.map(fromDateColumn)),
    removed: new Set(removed.map(fromDateColumn)),
  };
}

/** By which calendar something was computed, as its row names it. */
export type CalendarName = {
  readonly controllerId: string;
  readonly calendarRegion: string;
  readonly calendarVersion: number;
  readonly ownCalendarVersion: number | null;
};

/** The calendar that a row names: its region's version with that version of the controller's own days. */
export async function calendarOf(of: CalendarName, tx: Tx = db()): Promise<Calendar> {
  const calendar = await calendarVersion(of.calendarRegion, of.calendarVersion, tx);
  if (of.ownCalendarVersion === null) return calendar;
  const key = `${of.controllerId} ${of.ownCalendarVersion} ${of.calendarRegion} ${of.calendarVersion}`;
  const found = made.get(key);
  if (found) return found;
  const row = await tx.controllerCalendar.findUniqueOrThrow({
    where: { controllerId_version: { controllerId: of.controllerId, version: of.ownCalendarVersion } },
  });
  const calendarWithOwn = withOwnDays(calendar, toOwnDays(row));
  // What a transaction has written may still be taken back.
  if (tx === db()) made.set(key, calendarWithOwn);
  return calendarWithOwn;
}

/** The newest versions that a controller's clocks depend on; null where there is none. */
export type NewestVersions = {
  readonly calendarVersion: number | null;
  readonly ownCalendarVersion: number | null;
};

/** They as columns, for a query to hold. */
export function newestVersions(controllerId: string, region: string): Prisma.Sql {
  return Prisma.sql`
    (select max(c."version") from "CalendarVersion" c where c."region" = ${region}) as "calendarVersion",
    (select max(o."version") from "ControllerCalendar" o where o."controllerId" = ${controllerId}::uuid)
      as "ownCalendarVersion"`;
}

/** The calendar of these versions, or null if the region has none. */
export async function calendarIn(
  controllerId: string,
  calendarRegion: string,
  { calendarVersion: version, ownCalendarVersion }: NewestVersions,
  tx: Tx = db(),
): Promise<Calendar | null> {
  if (version === null) return null;
  return calendarOf({ controllerId, calendarRegion, calendarVersion: version, ownCalendarVersion }, tx);
}

/** The calendar by which a controller's new clocks run now: its region's newest with its own days; null if there is none. */
export async function newestCalendarOf(
  controllerId: string,
  region: string,
  tx: Tx = db(),
): Promise<Calendar | null> {
  const [newest] = await tx.$queryRaw<NewestVersions[]>`select ${newestVersions(controllerId, region)}`;
  return newest ? calendarIn(controllerId, region, newest, tx) : null;
}

/** The newest version of a controller's own days, or null. */
export async function newestOwnDays(controllerId: string, tx: Tx = db()): Promise<OwnDays | null> {
  const row = await tx.controllerCalendar.findFirst({
    where: { controllerId },
    orderBy: { version: "desc" },
  });
  return row && toOwnDays(row);
}

/** One change of a controller's own days, as the page of the calendar lists it. */
export type OwnDaysVersion = {
  readonly version: number;
  readonly change: OwnDayChange;
  readonly day: IsoDate;
  readonly reason: string;
  readonly createdAt: Date;
  readonly createdBy: string;
};

/** How a controller's own days came to be, newest first, at most `count`. */
export async function ownDaysHistory(controllerId: string, count: number): Promise<OwnDaysVersion[]> {
  const rows = await db().controllerCalendar.findMany({
    where: { controllerId },
    orderBy: { version: "desc" },
    take: count,
  });
  return rows.map((row) => ({ ...row, change: row.change as OwnDayChange, day: fromDateColumn(row.day) }));
}

/** Keeps a new version; versions are never edited. */
export async function saveOwnDays(
  tx: Tx,
  controllerId: string,
  next: OwnDays,
  what: {
    readonly change: OwnDayChange;
    readonly day: IsoDate;
    readonly reason: string;
    readonly at: Date;
    readonly by: string;
  },
): Promise<void> {
  const days = (dates: ReadonlySet<IsoDate>) => [...dates].sort().map(toDateColumn);
  await tx.controllerCalendar.create({
    data: {
      controllerId,
      version: next.version,
      added: days(next.added),
      removed: days(next.removed),
      change: what.change,
      day: toDateColumn(what.day),
      reason: what.reason,
      createdAt: what.at,
      createdBy: what.by,
    },
  });
}
