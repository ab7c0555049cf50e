import type { ConsentWithdrawalContent, MarketingObjectionContent } from "@/lib/domain/decision/content";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Result } from "@/lib/domain/kernel/result";
import { demanding, type Filled, type Gap } from "./demand";

export type ReadyStop<R extends "marketing_objection" | "consent_withdrawal"> = {
  readonly right: R;
  readonly stopped: Filled;
  readonly from: IsoDate;
  readonly follows: Filled;
};

/**
 * What an answer to an objection to direct marketing (GDPR Art. 21(2)-(3)) or a withdrawal of consent (Art. 7(3)) must
 * say: what stopped, from when, and what follows. Both are absolute; that the lawfulness before is unaffected, and that
 * an entry keeps marketing stopped, are legal texts of the letter.
 */
export function stopDemands<R extends "marketing_objection" | "consent_withdrawal">(
  right: R,
  content: MarketingObjectionContent | ConsentWithdrawalContent,
): Result<ReadyStop<R>, readonly Gap[]> {
  const demand = demanding();
  return demand.met({
    right,
    stopped: demand.text(content.stopped, "stopped"),
    from: demand.day(content.from, "from"),
    follows: demand.text(content.follows, "follows"),
  });
}
