import { day, daysBetween } from "@/lib/domain/clock/dates";
import type { IsoDate } from "@/lib/domain/kernel/date";

/**
 * Whole local days left: 0 on the last day itself, negative when late.
 * @param today the local date in the controller's zone
 * @param workByDate see `workBy`
 */
export function daysLeft(today: IsoDate, workByDate: IsoDate): number {
  return daysBetween(day(today), day(workByDate));
}
