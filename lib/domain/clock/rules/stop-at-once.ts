import { addDays, type Day } from "@/lib/domain/clock/dates";
import { dayOff } from "@/lib/domain/clock/rules/roll";
import type { Terms } from "@/lib/domain/clock/terms";

/**
 * Our own aim for a stop that is due at once (GDPR Art. 21(3), Art. 7(3)): so many working days after receipt.
 * Weekends and holidays are working days to nobody, so they are skipped also where last days are never moved.
 * @returns null for a right that stops nothing
 */
export function stopAim({ rules, right, calendar, policy, receivedOn }: Terms): Day | null {
  if (rules.rights[right].stopAtOnce === null) return null;
  let aim = receivedOn;
  for (let left = rules.stopAim.workingDays; left > 0; ) {
    aim = addDays(aim, 1);
    if (dayOff(aim, calendar, policy === "none" ? "official" : policy) === null) left -= 1;
  }
  return aim;
}
