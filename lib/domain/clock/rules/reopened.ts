import { Temporal } from "temporal-polyfill";
import type { ClockEvent, ClockInput } from "@/lib/domain/clock/types";

/**
 * A closed request was opened again, after a complaint, or by an authority or a court. No law gives the controller a
 * period of its own for that, so the strictest reading holds: what reached us asks anew for what GDPR Art. 12(3)
 * owes, and a new period of the same length runs from the day it reached us. What happened before stays history.
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

function at({ occurredAt }: ClockEvent): Temporal.Instant {
  return Temporal.Instant.from(occurredAt);
}
