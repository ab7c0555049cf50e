import type { IsoDate } from "@/lib/domain/kernel/date";
import { isRefusal, type Outcome } from "./answer";

export type LastDays = { readonly statutoryOn: IsoDate | null; readonly refusalBy: IsoDate | null };

/**
 * The last day for an answer of this outcome; null where the law sets none. A refusal has its own, which an extension
 * does not move (GDPR Art. 12(4)).
 */
export function lastDayOf(outcome: Outcome, { statutoryOn, refusalBy }: LastDays): IsoDate | null {
  return isRefusal(outcome) ? (refusalBy ?? statutoryOn) : statutoryOn;
}

/**
 * Whether an answer comes after its last day.
 * @param on local date of the decision in the filing's zone
 */
export function isLate(outcome: Outcome, on: IsoDate, limits: LastDays): boolean {
  const last = lastDayOf(outcome, limits);
  return last !== null && on > last;
}
