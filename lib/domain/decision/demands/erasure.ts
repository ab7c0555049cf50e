import type { ErasureContent } from "@/lib/domain/decision/content";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Result } from "@/lib/domain/kernel/result";
import type { ErasureGround } from "@/lib/domain/law/grounds";
import { demanding, type Filled, type Gap, type Some } from "./demand";
import { type ReadyTelling, telling } from "./telling";

export type ReadyErasure = {
  readonly right: "erasure";
  readonly grounds: Some<ErasureGround>;
  readonly erased: Some<{ readonly what: Filled; readonly where: Filled; readonly on: IsoDate }>;
  readonly backups: Filled;
  /** Empty if the data was not made public. */
  readonly publishers: readonly Filled[];
  readonly telling: ReadyTelling;
};

/**
 * What an answer that erases must say: on which ground of GDPR Art. 17(1), what was erased, where and when, what holds
 * for backups, and who publishes it on where it was made public (17(2)).
 * @param today local day of the decision
 */
export function erasureDemands(
  content: ErasureContent,
  today: IsoDate,
): Result<ReadyErasure, readonly Gap[]> {
  const demand = demanding();
  demand.that(content.published !== "", "published");
  const publishers = content.published === "yes" ? content.publishers : [];
  if (content.published === "yes") demand.some(publishers, "publishers");
  const erased = content.erased.map(({ what, where, on }) => ({
    what: demand.text(what, "erased_fields"),
    where: demand.text(where, "erased_fields"),
    on: demand.day(on, "erased_fields", { after: today, ahead: "erased_ahead" }),
  }));
  return demand.met({
    right: "erasure",
    grounds: demand.some(content.grounds, "erasure_grounds"),
    erased: demand.some(erased, "erased"),
    backups: demand.text(content.backups, "backups"),
    publishers: publishers.map(({ name }) => demand.text(name, "publishers")),
    telling: telling(demand, content),
  });
}
