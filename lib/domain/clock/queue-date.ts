import type { Clock } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";

/**
 * The date that staff work to: the earlier of the date once told to the requester and the last day (the safe
 * one where that leads). Without a last day, and while the clock stands still, its place in the queue.
 * For marketing objections this is the day by which the person is told; their stop stands on `clock.sortOn`.
 * @param promised the last day the requester was told, local date; null before anything was told
 */
export function workBy(clock: Clock, promised: IsoDate | null): IsoDate {
  const lastDay = clock.safeLeads ? clock.safe : clock.statutory;
  if (lastDay === null) return clock.sortOn;
  return promised !== null && promised < lastDay ? promised : lastDay;
}
