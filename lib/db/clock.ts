import { randomUUID } from "node:crypto";
import { workBy } from "@/lib/domain/clock/queue-date";
import type { Clock, ClockEvent, ClockEventType } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Calendar, HolidayPolicy } from "@/lib/domain/law/calendar";
import type { Profile } from "@/lib/domain/law/profile";
import { db, type Tx } from "./client";
import { type ClockEventDetails, sealDetails } from "./clock-details";
import { toDateColumn, toDateOrNull } from "./dates";
import type { DataKeyHandle } from "./seal";

/** Version of the clock's own rules; a projection names it. */
export const CLOCK_RULE_VERSION = "2";

/** By which law and calendar a clock was computed. */
export type ClockBasis = {
  readonly profile: Profile;
  readonly calendar: Calendar;
  readonly policy: HolidayPolicy;
};

/** The stored projection of a clock: what the queue sorts and filters by, and what it was computed from. */
export function projection(clock: Clock, promisedOn: IsoDate | null, basis: ClockBasis) {
  return {
    clockStatus: clock.status,
    targetOn: toDateOrNull(clock.target),
    safeOn: toDateOrNull(clock.safe),
    statutoryOn: toDateOrNull(clock.statutory),
    nominalOn: toDateOrNull(clock.nominal),
    promisedOn: toDateOrNull(promisedOn),
    extensionNoticeBy: toDateOrNull(clock.extensionNoticeBy),
    refusalBy: toDateOrNull(clock.refusalBy),
    workBy: toDateColumn(workBy(clock, promisedOn)),
    dueEndExclusive: clock.dueEndExclusive ? new Date(clock.dueEndExclusive) : null,
    profile: basis.profile.id,
    profileVersion: String(basis.profile.version),
    ruleVersion: CLOCK_RULE_VERSION,
    calendarRegion: basis.calendar.region,
    calendarVersion: basis.calendar.version,
    ownCalendarVersion: basis.calendar.own ?? null,
    holidayPolicy: basis.policy,
    zoneDataVersion: process.versions.tz ?? "unknown",
  };
}

/**
 * `facts`: codes, dates and numbers only; words about it are sealed elsewhere. Of an extension `until` is the last
 * day that its notice names, "2026-05-31": laws that leave the end to the notice take it from there.
 */
export type NewClockEvent = {
  readonly controllerId: string;
  readonly requestId: string;
  readonly type: ClockEventType;
  readonly occurredAt: Date;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly facts?: Readonly<Record<string, string>>;
  /** The notice without which it has no effect: it stays pending until that one was accepted. */
  readonly noticeId?: string;
  /** The id of an earlier event that this one replaces. */
  readonly supersedes?: string;
  /** What was said about it, and the key of the request that seals it. */
  readonly said?: { readonly details: ClockEventDetails; readonly handle: DataKeyHandle };
};

/** Adds an event to a request's clock: at once, or pending with its notice. Returns its id. */
export async function addClockEvent(tx: Tx, event: NewClockEvent): Promise<string> {
  const id = randomUUID();
  const { said, ...row } = event;
  const state: ClockEventState = event.noticeId === undefined ? "effective" : "pending";
  const detailsSealed = said ? sealDetails(said.handle, id, said.details) : null;
  await tx.clockEvent.create({ data: { id, state, ...row, facts: event.facts ?? {}, detailsSealed } });
  return id;
}

export type ClockEventState = "pending" | "effective" | "void";

/** What waits for a notice to be accepted before it happens to a clock. */
export type PendingClockEvent = {
  readonly id: string;
  readonly requestId: string;
  readonly type: ClockEventType;
};

export async function pendingClockEvents(
  tx: Tx,
  controllerId: string,
  noticeId: string,
): Promise<readonly PendingClockEvent[]> {
  const rows = await tx.clockEvent.findMany({
    where: { controllerId, noticeId, state: "pending" },
    orderBy: { recordedAt: "asc" },
  });
  return rows.map(({ id, requestId, type }) => ({ id, requestId, type: type as ClockEventType }));
}

/** What a notice that was accepted did to a clock; null where it did nothing. */
export async function clockEventOfNotice(
  tx: Tx,
  controllerId: string,
  noticeId: string,
): Promise<{ readonly id: string; readonly occurredAt: Date } | null> {
  const where = { controllerId, noticeId, state: "effective" };
  return tx.clockEvent.findFirst({ where, select: { id: true, occurredAt: true } });
}

/** A pending event happened, at `occurredAt`; or it never will, because its notice was taken back. */
export async function settleClockEvent(
  tx: Tx,
  id: string,
  settled: { readonly state: "effective"; readonly occurredAt: Date } | { readonly state: "void" },
): Promise<void> {
  await tx.clockEvent.update({ where: { id, state: "pending" }, data: settled });
}

/** A request's clock was opened again at an instant, and that was taken back: it never happened. */
export async function voidReopened(
  tx: Tx,
  of: { readonly controllerId: string; readonly requestId: string },
  occurredAt: Date,
): Promise<void> {
  const where = { ...of, type: "reopened" satisfies ClockEventType, occurredAt, state: "effective" };
  await tx.clockEvent.updateMany({ where, data: { state: "void" satisfies ClockEventState } });
}

/** Everything that happened to the clocks of some requests, by request, oldest first; nothing that is pending. */
export async function clockEventsOf(
  controllerId: string,
  requestIds: readonly string[],
  tx: Tx = db(),
): Promise<Map<string, ClockEvent[]>> {
  type Row = {
    id: string;
    requestId: string;
    type: string;
    occurredAt: Date;
    supersedes: string | null;
    until: string | null;
  };
  const rows = await tx.$queryRaw<Row[]>`
    select "id", "requestId", "type", "occurredAt", "supersedes", "facts"->>'until' as "until" from "ClockEvent"
    where "controllerId" = ${controllerId}::uuid and "requestId" = any(${[...requestIds]}::uuid[]) and "state" = 'effective'
    order by "occurredAt", "recordedAt"`;
  const events = new Map<string, ClockEvent[]>();
  for (const row of rows) {
    const list = events.get(row.requestId) ?? [];
    list.push({
      id: row.id,
      type: row.type as ClockEventType,
      occurredAt: row.occurredAt.toISOString(),
      ...(row.until ? { until: row.until as IsoDate } : {}),
      ...(row.supersedes ? { supersedes: row.supersedes } : {}),
    });
    events.set(row.requestId, list);
  }
  return events;
}
