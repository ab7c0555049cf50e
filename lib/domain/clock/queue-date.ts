import { dateToTell } from "@/lib/domain/clock/promise";
import type { Clock } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";

/**
 * The date that staff work to: the earlier of the date once told to the requester and the one that would be told
 * now. Without a last day, and while the clock stands still, its place in the queue.
 * For a marketing objection this is the day by which the person is told; its stop stands on `clock.sortOn`.
 * @param promised the last day the requester was told, local date; null before anything was told
 */
export function workBy(clock: Clock, promised: IsoDate | null): IsoDate {
  const lastDay = dateToTell(clock);
  if (lastDay === null) return clock.sortOn;
  return promised !== null && promised < lastDay ? promised : lastDay;
}
