import { randomUUID } from "node:crypto";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import type { HolidayPolicy } from "@/lib/domain/law/calendar";
import { profileById } from "@/lib/domain/law/profile";
import { db, type Tx } from "./client";
import { CLOCK_RULE_VERSION, type ClockBasis, type projection } from "./clock";
import { fromDateColumn, fromDateOrNull } from "./dates";
import { Prisma } from "./generated/client";
import { calendarOf } from "./own-calendar";

/** `superseded`: a later change came while it was at work, and has a run of its own. */
export type ClockRunState = "applying" | "done" | "superseded";

/** What made it needed: saved settings, an own day, or requests that were found to run by something older. */
export type RunReason = "settings" | "own_day" | "behind";

/** A recomputation of every open request of a controller: by which basis, and how far it came. */
export type ClockRun = {
  readonly id: string;
  readonly controllerId: string;
  readonly state: ClockRunState;
  /** Null of a run from before the reason was kept. */
  readonly because: RunReason | null;
  readonly profile: string;
  readonly calendarRegion: string;
  readonly calendarVersion: number;
  readonly ownCalendarVersion: number | null;
  readonly holidayPolicy: HolidayPolicy;
  readonly targetDaysBefore: number;
  readonly total: number;
  readonly seen: number;
  readonly moved: number;
  readonly cursor: string | null;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly finishedAt: Date | null;
};

/** Writes a new run over all requests that are open now. Fails with a broken unique rule if one is at work. */
export async function addRun(
  tx: Tx,
  run: {
    readonly controllerId: string;
    readonly basis: ClockBasis;
    readonly targetDaysBefore: number;
    readonly because: RunReason;
    readonly at: Date;
    readonly by: string;
  },
): Promise<{ readonly id: string; readonly total: number }> {
  const { controllerId, basis } = run;
  const id = randomUUID();
  const total = await tx.rightsRequest.count({ where: { controllerId, closedAt: null } });
  await tx.clockRun.create({
    data: {
      id,
      controllerId,
      state: "applying" satisfies ClockRunState,
      because: run.because,
      profile: basis.profile.id,
      profileVersion: String(basis.profile.version),
      calendarRegion: basis.calendar.region,
      calendarVersion: basis.calendar.version,
      ownCalendarVersion: basis.calendar.own ?? null,
      holidayPolicy: basis.policy,
      targetDaysBefore: run.targetDaysBefore,
      total,
      startedAt: run.at,
      startedBy: run.by,
    },
  });
  return { id, total };
}

/** Ends the run of a controller that is at work, once its batch is done. Returns its id, or null if there is none. */
export async function supersedeRun(tx: Tx, controllerId: string, at: Date): Promise<string | null> {
  const run = await runAtWork(controllerId, tx);
  if (run === null) return null;
  await lockRun(tx, run);
  const { count } = await tx.clockRun.updateMany({
    where: { id: run, state: "applying" },
    data: { state: "superseded", finishedAt: at },
  });
  return count > 0 ? run : null;
}

/** The id of the run of a controller that is at work, or null. */
export async function runAtWork(controllerId: string, tx: Tx): Promise<string | null> {
  return (
    (await tx.clockRun.findFirst({ where: { controllerId, state: "applying" }, select: { id: true } }))?.id ??
    null
  );
}

/** Takes a run's row until commit, so that one worker at a time goes on with it; null if there is none. */
export async function lockRun(tx: Tx, id: string): Promise<ClockRun | null> {
  await tx.$queryRaw`select 1 from "ClockRun" where "id" = ${id}::uuid for update`;
  return (await tx.clockRun.findUnique({ where: { id } })) as ClockRun | null;
}

/** The newest runs of a controller, newest first. */
export async function newestRuns(controllerId: string, count: number): Promise<ClockRun[]> {
  const rows = await db().clockRun.findMany({
    where: { controllerId },
    orderBy: { startedAt: "desc" },
    take: count,
  });
  return rows as ClockRun[];
}

/** Whose run it is, before any controller is known; null if nobody's. */
export async function controllerOfRun(id: string): Promise<string | null> {
  return (
    (await db().clockRun.findUnique({ where: { id }, select: { controllerId: true } }))?.controllerId ?? null
  );
}

/** Ids of the runs that are not finished, whatever happened to their job; oldest first. */
export async function unfinishedRuns(): Promise<string[]> {
  const rows = await db().clockRun.findMany({
    where: { state: "applying" },
    orderBy: { startedAt: "asc" },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

export async function saveRun(
  tx: Tx,
  id: string,
  change: Partial<Pick<ClockRun, "state" | "seen" | "moved" | "cursor" | "finishedAt">>,
): Promise<void> {
  await tx.clockRun.update({ where: { id }, data: change });
}

/** By what a run computes. Throws if its profile is gone. */
export async function basisOfRun(run: ClockRun, tx: Tx): Promise<ClockBasis> {
  const profile = profileById(run.profile);
  if (!profile) throw new Error(`profile ${run.profile} is gone`);
  return { profile, calendar: await calendarOf(run, tx), policy: run.holidayPolicy };
}

/** What is computed anew of an open request, with the dates that it has. */
export type RunRow = {
  readonly id: string;
  readonly right: Right;
  readonly receivedAt: Date;
  readonly receivedOn: IsoDate;
  readonly zone: string;
  readonly promisedOn: IsoDate | null;
  readonly dates: string;
  readonly statutoryOn: IsoDate | null;
  readonly workBy: IsoDate;
};

type Stored = Omit<RunRow, "receivedOn" | "promisedOn" | "statutoryOn" | "workBy"> & {
  readonly receivedOn: Date;
  readonly promisedOn: Date | null;
  readonly statutoryOn: Date | null;
  readonly workBy: Date;
};

/** The next open requests of a controller after the cursor, by id; taken until commit where they are to change. */
export async function openRequestsAfter(
  tx: Tx,
  controllerId: string,
  cursor: string | null,
  limit: number,
  lock: boolean,
): Promise<RunRow[]> {
  const after = cursor === null ? Prisma.empty : Prisma.sql`and r."id" > ${cursor}::uuid`;
  const rows = await tx.$queryRaw<Stored[]>`
    select r."id", r."right", r."receivedAt", r."promisedOn", r."statutoryOn", r."workBy", f."receivedOn", f."zone",
      concat_ws(' ', r."clockStatus", r."targetOn", '|', r."safeOn", '|', r."statutoryOn", '|',
        r."extensionNoticeBy", '|', r."refusalBy", '|', r."workBy") as "dates"
    from "RightsRequest" r join "Filing" f on f."controllerId" = r."controllerId" and f."id" = r."filingId"
    where r."controllerId" = ${controllerId}::uuid and r."closedAt" is null ${after}
    order by r."id" limit ${limit} ${lock ? Prisma.sql`for no key update of r` : Prisma.empty}`;
  return rows.map((row) => ({
    ...row,
    receivedOn: fromDateColumn(row.receivedOn),
    promisedOn: fromDateOrNull(row.promisedOn),
    statutoryOn: fromDateOrNull(row.statutoryOn),
    workBy: fromDateColumn(row.workBy),
  }));
}

type Projection = ReturnType<typeof projection>;

/** The dates of a projection as one text, to see whether any of them moved. */
export function datesText(of: Projection): string {
  const day = (date: Date | null) => (date ? [fromDateColumn(date)] : []);
  return [
    of.clockStatus,
    ...day(of.targetOn),
    "|",
    ...day(of.safeOn),
    "|",
    ...day(of.statutoryOn),
    "|",
    ...day(of.extensionNoticeBy),
    "|",
    ...day(of.refusalBy),
    "|",
    ...day(of.workBy),
  ].join(" ");
}

/** The new projections of many locked requests in one statement; the version counts up where a date moved. */
export async function saveProjections(
  tx: Tx,
  controllerId: string,
  changes: readonly { readonly id: string; readonly moved: boolean; readonly dates: Projection }[],
): Promise<void> {
  const rows = changes.map(({ id, moved, dates }) => ({ id, moved, ...dates }));
  await tx.$executeRaw`
    update "RightsRequest" r set "clockStatus" = n."clockStatus", "targetOn" = n."targetOn", "safeOn" = n."safeOn",
      "statutoryOn" = n."statutoryOn", "nominalOn" = n."nominalOn", "extensionNoticeBy" = n."extensionNoticeBy",
      "refusalBy" = n."refusalBy", "workBy" = n."workBy", "dueEndExclusive" = n."dueEndExclusive",
      "profile" = n."profile", "profileVersion" = n."profileVersion", "ruleVersion" = n."ruleVersion",
      "calendarRegion" = n."calendarRegion", "calendarVersion" = n."calendarVersion",
      "ownCalendarVersion" = n."ownCalendarVersion", "holidayPolicy" = n."holidayPolicy",
      "zoneDataVersion" = n."zoneDataVersion", "version" = r."version" + n."moved"::int
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n("id" uuid, "moved" boolean, "clockStatus" text,
      "targetOn" date, "safeOn" date, "statutoryOn" date, "nominalOn" date, "extensionNoticeBy" date, "refusalBy" date,
      "workBy" date, "dueEndExclusive" timestamptz, "profile" text, "profileVersion" text, "ruleVersion" text,
      "calendarRegion" text, "calendarVersion" int, "ownCalendarVersion" int, "holidayPolicy" text,
      "zoneDataVersion" text)
    where r."controllerId" = ${controllerId}::uuid and r."id" = n."id"`;
}

/** How many open requests run by another profile, calendar, policy or rule of the clock than the one now in force. */
export async function requestsBehind(controllerId: string, basis: ClockBasis): Promise<number> {
  const { profile, calendar, policy } = basis;
  const [found] = await db().$queryRaw<{ n: number }[]>`
    select count(*)::int as n from "RightsRequest"
    where "controllerId" = ${controllerId}::uuid and "closedAt" is null and (
      "profile" <> ${profile.id} or "profileVersion" <> ${String(profile.version)}
      or "calendarRegion" <> ${calendar.region} or "calendarVersion" <> ${calendar.version}
      or "ownCalendarVersion" is distinct from ${calendar.own ?? null}::int or "holidayPolicy" <> ${policy}
      or "ruleVersion" <> ${CLOCK_RULE_VERSION})`;
  return found?.n ?? 0;
}
