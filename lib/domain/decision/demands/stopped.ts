import type { ConsentWithdrawalContent, MarketingObjectionContent } from "@/lib/domain/decision/content";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Result } from "@/lib/domain/kernel/result";
import { demanding, type Filled, type Gap } from "./demand";

export type ReadyStop<R extends "marketing_objection" | "consent_withdrawal"> = {
  readonly right: R;
  /** Null where nothing but the stop may be told. */
  readonly stopped: Filled | null;
  readonly from: IsoDate;
  readonly follows: Filled | null;
};

/**
 * What an answer to an objection to direct marketing (GDPR Art. 21(2)-(3)) or a withdrawal of consent (Art. 7(3)) must
 * say: what stopped, from when, and what follows. Both are absolute; that the lawfulness before is unaffected, and that
 * an entry keeps marketing stopped, are legal texts of the letter.
 * @param of `today` is the local day of the decision; `bare` if nothing but the stop may be told (isBareStop)
 */
export function stopDemands<R extends "marketing_objection" | "consent_withdrawal">(
  right: R,
  content: MarketingObjectionContent | ConsentWithdrawalContent,
  of: { readonly today: IsoDate; readonly bare: boolean },
): Result<ReadyStop<R>, readonly Gap[]> {
  const demand = demanding();
  return demand.met({
    right,
    stopped: of.bare ? null : demand.text(content.stopped, "stopped"),
    from: demand.day(content.from, "from", { after: of.today, ahead: "stopped_ahead" }),
    follows: of.bare ? null : demand.text(content.follows, "follows"),
  });
}
