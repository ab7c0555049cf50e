import type { RestrictionContent } from "@/lib/domain/decision/content";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Result } from "@/lib/domain/kernel/result";
import type { RestrictionGround } from "@/lib/domain/law/grounds";
import { demanding, type Filled, type Gap, type Some } from "./demand";
import { type ReadyTelling, telling } from "./telling";

export type ReadyRestriction = {
  readonly right: "restriction";
  readonly grounds: Some<RestrictionGround>;
  readonly scope: Filled;
  readonly from: IsoDate;
  readonly uses: Filled;
  readonly telling: ReadyTelling;
};

/**
 * What an answer that restricts must say: on which ground of GDPR Art. 18(1), what, from when, and what the data is
 * still used for (18(2)). That the person is told before it is lifted (18(3)) is a legal text of the letter.
 * @param today local day of the decision
 */
export function restrictionDemands(
  content: RestrictionContent,
  today: IsoDate,
): Result<ReadyRestriction, readonly Gap[]> {
  const demand = demanding();
  return demand.met({
    right: "restriction",
    grounds: demand.some(content.grounds, "restriction_grounds"),
    scope: demand.text(content.scope, "restriction_scope"),
    from: demand.day(content.from, "from", { after: today, ahead: "restricted_ahead" }),
    uses: demand.text(content.uses, "uses"),
    telling: telling(demand, content),
  });
}
