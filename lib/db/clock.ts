import { randomUUID } from "node:crypto";
import { workBy } from "@/lib/domain/clock/queue-date";
import type { Clock, ClockEvent, ClockEventType } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Calendar, HolidayPolicy } from "@/lib/domain/law/calendar";
import type { Profile } from "@/lib/domain/law/profile";
import { db, type Tx } from "./client";
import { toDateColumn, toDateOrNull } from "./dates";

/** Version of the clock's own rules; a projection names it. */
export const CLOCK_RULE_VERSION = "1";

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
    holidayPolicy: basis.policy,
    zoneDataVersion: process.versions.tz ?? "unknown",
  };
}

export async function addClockEvent(
  tx: Tx,
  event: {
    readonly controllerId: string;
    readonly requestId: string;
    readonly type: ClockEventType;
    readonly occurredAt: Date;
    readonly recordedAt: Date;
    readonly recordedBy: string;
    readonly facts?: Readonly<Record<string, string>>;
  },
): Promise<void> {
  await tx.clockEvent.create({ data: { id: randomUUID(), ...event, facts: event.facts ?? {} } });
}

/** Everything that happened to the clocks of some requests, by request, oldest first. */
export async function clockEventsOf(
  controllerId: string,
  requestIds: readonly string[],
  tx: Tx = db(),
): Promise<Map<string, ClockEvent[]>> {
  const rows = await tx.clockEvent.findMany({
    where: { controllerId, requestId: { in: [...requestIds] } },
    orderBy: [{ occurredAt: "asc" }, { recordedAt: "asc" }],
  });
  const events = new Map<string, ClockEvent[]>();
  for (const row of rows) {
    const list = events.get(row.requestId) ?? [];
    list.push({
      id: row.id,
      type: row.type as ClockEventType,
      occurredAt: row.occurredAt.toISOString(),
      ...(row.supersedes ? { supersedes: row.supersedes } : {}),
    });
    events.set(row.requestId, list);
  }
  return events;
}
