import { Temporal } from "temporal-polyfill";
import { countedEvents } from "@/lib/domain/clock/counted-events";
import type { Day } from "@/lib/domain/clock/dates";
import { day, later } from "@/lib/domain/clock/dates";
import type { ClockEvent, ClockEventType } from "@/lib/domain/clock/types";

/** An event that counts, with the local date on which it counts. */
export type DatedEvent = {
  readonly type: ClockEventType;
  readonly on: Day;
  /** The day that an extension notice names. */
  readonly until: Day | null;
  /** It was said to have happened before receipt and counts from receipt. */
  readonly beforeReceipt: boolean;
};

/** At one and the same instant a question comes before its answer, and the end comes last. */
const ORDER: Readonly<Record<ClockEventType, number>> = {
  identity_requested: 0,
  clarification_requested: 0,
  fee_requested: 0,
  identity_received: 1,
  clarification_received: 1,
  fee_confirmed: 1,
  extend: 2,
  withdrawn: 3,
  decided: 3,
  reopened: 4,
};

/**
 * The events that count, in the order in which they happened, whatever the order of the list.
 * An event named by another's `supersedes` does not count, nor a question found to be needless with all that answers
 * it (counted-events.ts). An event before receipt counts from receipt.
 * @param zone IANA name of the controller's zone, in which dates are taken
 * @throws RangeError for an `occurredAt` that is no instant
 */
export function datedEvents(
  events: readonly ClockEvent[],
  receivedOn: Day,
  zone: string,
): readonly DatedEvent[] {
  if (events.length === 0) return [];
  return countedEvents(events)
    .map(({ type, occurredAt, until }) => ({
      type,
      until: until === undefined ? null : day(until),
      instant: Temporal.Instant.from(occurredAt),
    }))
    .sort((a, b) => Temporal.Instant.compare(a.instant, b.instant) || ORDER[a.type] - ORDER[b.type])
    .map(({ type, until, instant }) => {
      const happenedOn = instant.toZonedDateTimeISO(zone).toPlainDate();
      const on = later(happenedOn, receivedOn);
      return { type, on, until, beforeReceipt: on !== happenedOn && !on.equals(happenedOn) };
    });
}
