import { dateToTell } from "@/lib/domain/clock/promise";
import type { Clock } from "@/lib/domain/clock/types";
import type { IsoDate } from "@/lib/domain/kernel/date";

/**
 * The date that staff work to: the earliest of the date once told to the requester, the one that would be told
 * now, and the day of receipt where something has to stop at once (GDPR Art. 21(3)). Without a last day, and
 * while the clock stands still, its place in the queue.
 * @param promised the last day the requester was told, local date; null before anything was told
 */
export function workBy(clock: Clock, promised: IsoDate | null): IsoDate {
  const lastDay = dateToTell(clock);
  if (lastDay === null) return clock.sortOn;
  const [earliest = lastDay] = [clock.sortOn, lastDay, promised ?? lastDay].sort();
  return earliest;
}
