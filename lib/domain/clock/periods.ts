import { computeClock } from "@/lib/domain/clock/clock";
import type { Clock, ClockInput } from "@/lib/domain/clock/types";

/**
 * The clock of each period of a request, oldest first: as it was when it was opened again (rules/reopened.ts), each
 * time, and as it is.
 */
export function clocksOfPeriods(input: ClockInput): readonly Clock[] {
  const ends = input.events
    .filter(({ type }) => type === "reopened")
    .map(({ occurredAt }) => Date.parse(occurredAt))
    .toSorted((a, b) => a - b);
  const until = (end: number): ClockInput => ({
    ...input,
    events: input.events.filter(({ type, occurredAt }) => {
      const at = Date.parse(occurredAt);
      return type === "reopened" ? at < end : at <= end;
    }),
  });
  return [...ends.map((end) => computeClock(until(end))), computeClock(input)];
}

/** Whole days for which a request's clock stood still, of pauses that are over, in all of its periods. */
export function daysPaused(clocks: readonly Clock[]): number {
  return clocks
    .flatMap(({ derivation }) => derivation)
    .filter(({ rule }) => rule === "paused")
    .reduce((sum, { facts }) => sum + Number(facts.days), 0);
}
