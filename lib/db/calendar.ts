import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Calendar } from "@/lib/domain/law/calendar";
import { db, type Tx } from "./client";
import { fromDateColumn, toDateColumn } from "./dates";

/** A version never changes once committed, so it may stay in memory. */
const known = new Map<string, Calendar>();

type Row = {
  region: string;
  version: number;
  checkedBy: string | null;
  fromYear: number;
  toYear: number;
  official: Date[];
  addedByStatute: Date[];
  halfDays: Date[];
};

function toCalendar(row: Row): Calendar {
  const days = (dates: Date[]): ReadonlySet<IsoDate> => new Set(dates.map(fromDateColumn));
  return {
    ...row,
    official: days(row.official),
    addedByStatute: days(row.addedByStatute),
    halfDays: days(row.halfDays),
  };
}

/** One version of a region's calendar. Throws if it is not there. */
export async function calendarVersion(region: string, version: number, tx: Tx = db()): Promise<Calendar> {
  const key = `${region} ${version}`;
  const kept = known.get(key);
  if (kept) return kept;
  const where = { region_version: { region, version } };
  const found = toCalendar(await tx.calendarVersion.findUniqueOrThrow({ where }));
  // What a transaction has written may still be taken back.
  if (tx === db()) known.set(key, found);
  return found;
}

/** The newest version of a region's calendar, or null. */
export async function newestCalendar(region: string, tx: Tx = db()): Promise<Calendar | null> {
  const newest = await tx.calendarVersion.findFirst({
    where: { region },
    orderBy: { version: "desc" },
    select: { version: true },
  });
  return newest ? calendarVersion(region, newest.version, tx) : null;
}

/** Keeps a new version; versions are never edited. */
export async function saveCalendar(tx: Tx, calendar: Calendar, source: string, at: Date): Promise<void> {
  const days = (dates: ReadonlySet<IsoDate>) => [...dates].sort().map(toDateColumn);
  await tx.calendarVersion.create({
    data: {
      region: calendar.region,
      version: calendar.version,
      checkedBy: calendar.checkedBy,
      fromYear: calendar.fromYear,
      toYear: calendar.toYear,
      official: days(calendar.official),
      addedByStatute: days(calendar.addedByStatute),
      halfDays: days(calendar.halfDays),
      source,
      createdAt: at,
    },
  });
}

/** The newest version of every region that has one. */
export async function knownCalendars(): Promise<ReadonlyMap<string, number>> {
  const rows = await db().calendarVersion.groupBy({ by: ["region"], _max: { version: true } });
  return new Map(rows.map((row) => [row.region, row._max.version ?? 0]));
}
