import { Temporal } from "temporal-polyfill";
import { type Day, day, iso } from "@/lib/domain/clock/dates";
import { OWN_RULE, step } from "@/lib/domain/clock/derivation";
import { firstInstantTooLate } from "@/lib/domain/clock/rules/due-moment";
import type { Clock, ClockEvent, ClockInput } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";

/**
 * A closed request was opened again, after a complaint, or by an authority or a court. No law gives the controller a
 * period of its own for that, so the strictest reading holds: what reached us asks anew for what GDPR Art. 12(3)
 * owes, and a new period of the same length runs from the day it reached us. What happened before stays history.
 * Where an authority or a court ordered the answer by a day of its own, that day holds instead (`asOrdered`).
 * @returns the input from which the clock runs now; null for a request that was never opened again
 * @throws RangeError for an `occurredAt` that is no instant
 */
export function afterReopening(input: ClockInput): ClockInput | null {
  const reopened = input.events.filter(({ type }) => type === "reopened");
  const last = reopened.toSorted((a, b) => Temporal.Instant.compare(at(a), at(b))).at(-1);
  if (!last) return null;
  const later = (event: ClockEvent) =>
    event.type !== "reopened" && Temporal.Instant.compare(at(event), at(last)) > 0;
  return { ...input, receivedAt: last.occurredAt, events: input.events.filter(later) };
}

/** The day by which the last reopening's order wants the answer; null where none was set. */
export function orderedDay(input: ClockInput): Day | null {
  const reopened = input.events.filter(({ type }) => type === "reopened");
  const last = reopened.toSorted((a, b) => Temporal.Instant.compare(at(a), at(b))).at(-1);
  return last?.until ? day(last.until) : null;
}

/**
 * The clock with the day of an order (GDPR Art. 58(2)(c), or a judgment) as its last day: no period, extension, question
 * or holiday moves what was ordered, and the same day holds for a refusal.
 */
export function asOrdered(clock: Clock, ordered: Day, zone: string): Clock {
  const on = iso(ordered);
  const earlier = (date: IsoDate | null) => (date !== null && date < on ? date : on);
  const stopped = clock.status === "stopped";
  return {
    ...clock,
    status: stopped ? clock.status : "running",
    ...{ safe: on, statutory: on, nominal: on, target: earlier(clock.target) },
    refusalBy: earlier(clock.refusalBy),
    extensionNoticeBy: null,
    dueEndExclusive: firstInstantTooLate(ordered, zone),
    sortOn: earlier(clock.sortOn),
    safeLeads: false,
    derivation: [
      ...clock.derivation.filter(({ rule }) => KEPT.includes(rule)),
      step("ordered", null, ordered, OWN_RULE),
      ...clock.derivation.filter(({ rule }) => ENDED.includes(rule)),
    ],
  };
}

/** Whether the last day is that of an order, which nothing moves. */
export function isOrdered({ derivation }: Pick<Clock, "derivation">): boolean {
  return derivation.some(({ rule }) => rule === "ordered");
}

const KEPT = ["received", "reopened", "stop_at_once"];
const ENDED = ["decided", "withdrawn", "after_stop"];

function at({ occurredAt }: ClockEvent): Temporal.Instant {
  return Temporal.Instant.from(occurredAt);
}
