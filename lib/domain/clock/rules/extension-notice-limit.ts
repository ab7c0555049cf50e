import type { Day } from "@/lib/domain/clock/dates";
import { nominalEnd } from "@/lib/domain/clock/rules/nominal-end";
import type { Terms } from "@/lib/domain/clock/terms";
import type { Timeline } from "@/lib/domain/clock/timeline-types";

/**
 * The date to send an extension notice by. Under the GDPR the first period without pauses and without moving
 * weekends, the strictest reading of "within one month of receipt" (Art. 12(3)); where the law says that the
 * pause counts for the notice too (UK GDPR Art. 12A), with the days of pause. Whether a notice takes effect
 * says extension.ts; people are reminded by this one.
 * @returns null where no extension exists, before the clock has started, and while it stands still for the notice too
 */
export function extensionNoticeLimit(
  { start, awaitingStart, open, pausedDays }: Timeline,
  terms: Terms,
): Day | null {
  const { extension, answer, rights } = terms.rules;
  if (extension === null || rights[terms.right].lastDay !== "statutory" || awaitingStart.length > 0)
    return null;
  if (extension.remindedBy === "first_period") return nominalEnd(start, answer.within, 0, terms);
  return open === null ? nominalEnd(start, answer.within, pausedDays, terms) : null;
}

/** Up to when a notice takes effect under this law or reading; null while that limit stands still. */
export function firstPeriodEnd({ start }: Timeline, terms: Terms): Day {
  return nominalEnd(start, terms.rules.answer.within, 0, terms);
}
