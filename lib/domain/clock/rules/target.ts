import { addDays, type Day, isAfter, later } from "@/lib/domain/clock/dates";
import type { Terms } from "@/lib/domain/clock/terms";

/**
 * The controller's own date: so many days before the safe date, not before receipt, and not after the
 * aim for a stop that is due at once. Not law.
 */
export function target(safe: Day, aim: Day | null, { receivedOn, targetDaysBefore }: Terms): Day {
  const wanted = later(addDays(safe, -Math.max(0, Math.trunc(targetDaysBefore))), receivedOn);
  return aim !== null && isAfter(wanted, aim) ? aim : wanted;
}
