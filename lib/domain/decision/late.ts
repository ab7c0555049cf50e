import type { IsoDate } from "@/lib/domain/kernel/date";
import { isRefusal, type Outcome } from "./answer";

/**
 * Whether an answer comes after its last day. A refusal has its own, which an extension does not move
 * (GDPR Art. 12(4)).
 * @param on local date of the decision in the filing's zone
 */
export function isLate(
  outcome: Outcome,
  on: IsoDate,
  limits: { readonly statutoryOn: IsoDate | null; readonly refusalBy: IsoDate | null },
): boolean {
  const last = isRefusal(outcome) ? (limits.refusalBy ?? limits.statutoryOn) : limits.statutoryOn;
  return last !== null && on > last;
}
