import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { type RateCard, rateCards } from "@/lib/db/rate-card";
import { staffNames } from "@/lib/db/staff";
import { may } from "@/lib/domain/access/access";
import { type FeeRules, feePossible, feeRules } from "@/lib/domain/fee/rules";
import type { IsoInstant } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";

type Version = Pick<RateCard, "version" | "currency" | "lines"> & {
  readonly at: IsoInstant;
  readonly by: string;
};

export type RateCardView = {
  readonly mayWrite: boolean;
  readonly rules: FeeRules | null;
  /** Newest first; the first is in force. */
  readonly versions: readonly Version[];
};

const SHOWN = 20;

/**
 * The rate card and how it came to be. A controller that promised to charge nothing has none.
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function rateCardView(ctx: Ctx): Promise<RateCardView> {
  const actor = authoriseStaff(ctx, "settings.read");
  const { controller } = ctx;
  if (!feePossible(controller.settings)) throw new Refused({ code: "not_found" });
  const cards = await rateCards(controller.id, SHOWN);
  const idOf = (by: string) => by.split(":")[1] ?? "";
  const names = await staffNames(cards.map((card) => idOf(card.createdBy)).filter((id) => id.length === 36));
  return {
    mayWrite: may(actor.roles, "settings.write"),
    rules: feeRules(controller.settings.profile),
    versions: cards.map(({ version, currency, lines, createdAt, createdBy }) => ({
      ...{ version, currency, lines },
      at: createdAt.toISOString() as IsoInstant,
      by: names.get(idOf(createdBy)) ?? "",
    })),
  };
}
