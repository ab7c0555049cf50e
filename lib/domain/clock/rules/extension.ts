import { type Day, isAfter, iso } from "@/lib/domain/clock/dates";
import { type DerivationRule, OWN_RULE, step } from "@/lib/domain/clock/derivation";
import { currentLastDay } from "@/lib/domain/clock/rules/last-day";
import type { Terms } from "@/lib/domain/clock/terms";
import type { Timeline } from "@/lib/domain/clock/timeline-types";

/**
 * One extension, by a notice that goes out on or before the last day without it. That limit stands still
 * with the clock and moves with weekends and holidays like any last day. GDPR Art. 12(3), second and third sentence.
 */
export function extend(timeline: Timeline, noticeOn: Day, terms: Terms): Timeline {
  const { extension, rights } = terms.rules;
  if (extension === null || rights[terms.right].lastDay !== "statutory") {
    return without(timeline, "extension_not_possible", noticeOn, OWN_RULE);
  }
  if (timeline.extendedOn !== null) return without(timeline, "extension_again", noticeOn, extension.citation);
  const lastDay = currentLastDay(timeline, terms);
  if (lastDay !== null && isAfter(noticeOn, lastDay)) {
    return without(timeline, "extension_too_late", noticeOn, extension.citation);
  }
  return { ...timeline, extendedOn: noticeOn };
}

function without(timeline: Timeline, rule: DerivationRule, noticeOn: Day, citation: string): Timeline {
  return {
    ...timeline,
    remarks: [...timeline.remarks, step(rule, null, null, citation, { on: iso(noticeOn) })],
  };
}
