import { addDays, type Day, daysBetween, earlier, later } from "@/lib/domain/clock/dates";
import { nominalEnd } from "@/lib/domain/clock/rules/nominal-end";
import { rollForward } from "@/lib/domain/clock/rules/roll";
import type { Terms } from "@/lib/domain/clock/terms";
import type { Timeline } from "@/lib/domain/clock/timeline-types";

/** Whether there is no last day now: a question is unanswered, before the start or after it. */
export function standsStill(timeline: Timeline): boolean {
  return timeline.open !== null || timeline.awaitingStart.length > 0;
}

/** Where the time in force ends before rolling: the first period, or the extended one once a notice took effect. */
export function endInForce(timeline: Timeline, start: Day, pausedDays: number, terms: Terms): Day {
  const { answer, extension } = terms.rules;
  const first = nominalEnd(start, answer.within, pausedDays, terms);
  if (timeline.extendedOn === null || extension === null) return first;
  const { totalWithin } = extension;
  const most = totalWithin && nominalEnd(start, totalWithin, pausedDays, terms);
  const told = timeline.extendedTo ?? most ?? first;
  // A notice can only give more time, and no more than the law has.
  return later(first, most === null ? told : earlier(told, most));
}

/** The last day as things stand; null while the clock stands still or has not started. */
export function currentLastDay(timeline: Timeline, terms: Terms): Day | null {
  if (standsStill(timeline)) return null;
  return rollForward(endInForce(timeline, timeline.start, timeline.pausedDays, terms), terms);
}

/**
 * The end before rolling if every open question were answered on the day it was last asked (or, where there
 * is a time to think, when that is over): a place in the queue for a request whose clock stands still.
 */
export function nominalIfAnsweredAtOnce(timeline: Timeline, terms: Terms): Day {
  const { open, reflection } = timeline;
  const waits = timeline.awaitingStart.length > 0;
  const asked = reflection === null ? timeline.lastAsked : reflection.endsOn;
  const start = waits ? (asked ?? timeline.start) : timeline.start;
  const end = endInForce(timeline, start, timeline.pausedDays, terms);
  return open === null ? end : addDays(end, daysBetween(open.asked, open.lastAsked));
}
