import type { Day } from "@/lib/domain/clock/dates";
import { workingDaysAfter } from "@/lib/domain/clock/rules/working-days";
import type { Terms } from "@/lib/domain/clock/terms";

/**
 * Our own aim for a stop that is due at once (GDPR Art. 21(3), Art. 7(3)): so many working days after receipt.
 * @returns null for a right that stops nothing
 */
export function stopAim(terms: Terms): Day | null {
  const { rules, right, receivedOn } = terms;
  if (rules.rights[right].stopAtOnce === null) return null;
  return workingDaysAfter(receivedOn, rules.stopAim.workingDays, terms);
}
