import type { Day } from "@/lib/domain/clock/dates";
import { workingDaysAfter } from "@/lib/domain/clock/rules/working-days";
import type { Terms } from "@/lib/domain/clock/terms";
import type { Right } from "@/lib/domain/kernel/right";

/** The rights that ask for something to stop and for nothing else. */
const STOPS: readonly Right[] = ["marketing_objection", "consent_withdrawal"];

/**
 * Our own aim for a stop: so many working days after receipt. Some laws say that it is due at once (GDPR Art. 21(3),
 * 7(3)); where one gives as much time as for an answer, or none, a stop is no harder, and the aim is the same.
 * @returns null for a right that stops nothing
 */
export function stopAim(terms: Terms): Day | null {
  const { rules, right, receivedOn } = terms;
  if (!STOPS.includes(right)) return null;
  return workingDaysAfter(receivedOn, rules.stopAim.workingDays, terms);
}
