import type { Clock } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";

/**
 * The date that the requester is told and that is kept: the last day, or the safe one where the
 * calendar is in doubt; null where nothing but "at once" is promised.
 */
export function dateToTell(clock: Clock): IsoDate | null {
  return clock.safeLeads ? clock.safe : clock.statutory;
}
