import { addDays, type Day, startOf } from "@/lib/domain/clock/dates";
import type { IsoInstant } from "@/lib/domain/kernel/date";

/**
 * The first instant that is too late. A last day ends with its last hour in the controller's zone, so this
 * is the start of the next local day, also when that day is 23 or 25 hours away.
 * Regulation (EEC, Euratom) 1182/71 Art. 3(2)(c).
 */
export function firstInstantTooLate(lastDay: Day, zone: string): IsoInstant {
  return startOf(addDays(lastDay, 1), zone);
}
