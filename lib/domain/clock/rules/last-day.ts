import { addDays, type Day, daysBetween } from "@/lib/domain/clock/dates";
import { nominalEnd } from "@/lib/domain/clock/rules/nominal-end";
import { rollForward } from "@/lib/domain/clock/rules/roll";
import type { Terms } from "@/lib/domain/clock/terms";
import type { Timeline } from "@/lib/domain/clock/timeline-types";
import type { Period } from "@/lib/domain/law/rules";

/** The period in force: the extended one once an extension took effect. */
export function periodInForce(timeline: Timeline, { rules }: Terms): Period {
  return timeline.extendedOn !== null && rules.extension !== null
    ? rules.extension.totalWithin
    : rules.answer.within;
}

/** Whether there is no last day now: a question is unanswered, before the start or after it. */
export function standsStill(timeline: Timeline): boolean {
  return timeline.open !== null || timeline.awaitingStart.length > 0;
}

/** The last day as things stand; null while the clock stands still or has not started. */
export function currentLastDay(timeline: Timeline, terms: Terms): Day | null {
  if (standsStill(timeline)) return null;
  return rollForward(nominalEnd(timeline.start, periodInForce(timeline, terms), timeline.pausedDays), terms);
}

/**
 * The end before rolling if every open question were answered on the day it was last asked:
 * a place in the queue for a request whose clock stands still.
 */
export function nominalIfAnsweredAtOnce(timeline: Timeline, terms: Terms): Day {
  const { open } = timeline;
  const start = timeline.awaitingStart.length > 0 ? (timeline.lastAsked ?? timeline.start) : timeline.start;
  const end = nominalEnd(start, periodInForce(timeline, terms), timeline.pausedDays);
  return open === null ? end : addDays(end, daysBetween(open.asked, open.lastAsked));
}
