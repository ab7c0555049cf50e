import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { addRateCard, rateCards } from "@/lib/db/rate-card";
import { lockController } from "@/lib/db/settings";
import { transact } from "@/lib/db/transact";
import { feePossible, feeRules } from "@/lib/domain/fee/rules";
import { Refused } from "@/lib/domain/kernel/refusal";
import { rateCardInput } from "@/lib/schemas/fee/fee";
import { parse } from "@/lib/schemas/parse";

/**
 * Keeps the next version of the rate card: what administrative cost is charged at. Fees already noticed keep theirs.
 * @returns the version now in force
 * @throws Refused not_signed_in, not_allowed, not_found (the controller promised to charge nothing), bad_input,
 *   changed_meanwhile
 */
export async function saveRateCard(ctx: Ctx, typed: unknown): Promise<{ readonly version: number }> {
  authoriseStaff(ctx, "settings.write");
  const { controller } = ctx;
  if (!feePossible(controller.settings)) throw new Refused({ code: "not_found" });
  const { version: seen, currency, lines } = parse(rateCardInput, typed);
  const rules = feeRules(controller.settings.profile);
  if (rules?.currency && rules.currency !== currency) {
    throw new Refused({ code: "bad_input", issues: [{ field: "currency", message: "currencyOfLaw" }] });
  }
  const { languages } = controller.settings;
  const unnamed = lines.findIndex((line) => !languages.some((language) => line.label[language]));
  if (unnamed >= 0) {
    const field = `lines.${unnamed}.label.${languages[0] ?? "en"}`;
    throw new Refused({ code: "bad_input", issues: [{ field, message: "required" }] });
  }
  return transact(ctx, async ({ tx, audit }) => {
    await lockController(tx, controller.id);
    const [card] = await rateCards(controller.id, 1, tx);
    const inForce = card?.version ?? 0;
    if (inForce !== seen) {
      throw new Refused({ code: "changed_meanwhile", version: inForce, changed: ["rateCard"] });
    }
    const version = inForce + 1;
    const by = { createdAt: ctx.now(), createdBy: actorOf(ctx) };
    await addRateCard(tx, controller.id, { version, currency, lines, ...by });
    audit({
      type: "rate_card.changed",
      subject: controller.id,
      facts: {
        version,
        currency,
        lines: lines.map((line) => line.minor),
        kinds: lines.map((line) => line.kind),
      },
    });
    return { version };
  });
}
