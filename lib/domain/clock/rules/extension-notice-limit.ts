import { addPeriod, type Day } from "@/lib/domain/clock/dates";
import type { Terms } from "@/lib/domain/clock/terms";
import type { Timeline } from "@/lib/domain/clock/timeline-types";

/**
 * The date to send an extension notice by: the first period without pauses and without moving weekends,
 * the strictest reading of "within one month of receipt" (GDPR Art. 12(3)). A notice up to the last day
 * itself is accepted (see extension.ts); people are reminded by this one.
 * @returns null where no extension exists, and before the clock has started
 */
export function extensionNoticeLimit(
  { start, awaitingStart }: Timeline,
  { rules, right }: Terms,
): Day | null {
  const possible = rules.extension !== null && rules.rights[right].lastDay === "statutory";
  return possible && awaitingStart.length === 0 ? addPeriod(start, rules.answer.within) : null;
}
