import { type Day, isAfter, iso } from "@/lib/domain/clock/dates";
import { type DerivationRule, OWN_RULE, step } from "@/lib/domain/clock/derivation";
import { firstPeriodEnd } from "@/lib/domain/clock/rules/extension-notice-limit";
import { currentLastDay } from "@/lib/domain/clock/rules/last-day";
import type { Terms } from "@/lib/domain/clock/terms";
import type { Timeline } from "@/lib/domain/clock/timeline-types";

/**
 * One extension, by a notice that goes out on or before the last day without it. That limit stands still
 * with the clock and moves with weekends and holidays like any last day, unless the law or the strict reading
 * of it says otherwise. GDPR Art. 12(3), second and third sentence.
 * @param until the day that the notice names; null where it names none
 */
export function extend(timeline: Timeline, noticeOn: Day, until: Day | null, terms: Terms): Timeline {
  const { extension, rights } = terms.rules;
  if (extension === null || rights[terms.right].lastDay !== "statutory") {
    return without(timeline, "extension_not_possible", noticeOn, OWN_RULE);
  }
  const { citation, inTimeUntil, told, totalWithin } = extension;
  if (timeline.extendedOn !== null) return without(timeline, "extension_again", noticeOn, citation);
  const limit =
    inTimeUntil === "first_period" && timeline.awaitingStart.length === 0
      ? firstPeriodEnd(timeline, terms)
      : currentLastDay(timeline, terms);
  if (limit !== null && isAfter(noticeOn, limit)) {
    return without(timeline, "extension_too_late", noticeOn, citation);
  }
  if (totalWithin === null && until === null) {
    return without(timeline, "extension_without_date", noticeOn, citation);
  }
  return { ...timeline, extendedOn: noticeOn, extendedTo: told ? until : null };
}

function without(timeline: Timeline, rule: DerivationRule, noticeOn: Day, citation: string): Timeline {
  return {
    ...timeline,
    remarks: [...timeline.remarks, step(rule, null, null, citation, { on: iso(noticeOn) })],
  };
}
