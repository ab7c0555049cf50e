import type { Day } from "@/lib/domain/clock/dates";
import { nominalEnd } from "@/lib/domain/clock/rules/nominal-end";
import { rollForward } from "@/lib/domain/clock/rules/roll";
import type { Terms } from "@/lib/domain/clock/terms";
import type { Timeline } from "@/lib/domain/clock/timeline-types";

/**
 * Who does not act on a request says so, with reasons, within one month. The limit stands still with the
 * clock and moves with weekends, but no extension moves it: GDPR Art. 12(4) has none.
 * @param timeline of a clock that does not stand still now
 * @returns null where the law has no such limit
 */
export function refusalLimit(timeline: Timeline, terms: Terms): Day | null {
  const { refusal, rights } = terms.rules;
  if (refusal === null || rights[terms.right].lastDay !== "statutory") return null;
  return rollForward(nominalEnd(timeline.start, refusal.within, timeline.pausedDays, terms), terms);
}
