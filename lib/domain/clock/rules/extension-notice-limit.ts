import { addPeriod, type Day } from "@/lib/domain/clock/dates";
import type { Terms } from "@/lib/domain/clock/terms";

/**
 * The date to send an extension notice by: the first period without pauses and without moving weekends,
 * the strictest reading of "within one month of receipt" (GDPR Art. 12(3)). A notice up to the last day
 * itself is accepted (see extension.ts); people are reminded by this one.
 */
export function extensionNoticeLimit(start: Day, { rules, right }: Terms): Day | null {
  if (rules.extension === null || rules.rights[right].lastDay !== "statutory") return null;
  return addPeriod(start, rules.answer.within);
}
