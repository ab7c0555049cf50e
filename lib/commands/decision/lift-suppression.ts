import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { emailIndex } from "@/lib/db/person-index";
import { liftEntry, lockSuppression } from "@/lib/db/suppression";
import { transact } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { liftSuppressionInput } from "@/lib/schemas/decision/suppression";
import { parse } from "@/lib/schemas/parse";

/**
 * Takes an address off the list of those that no direct marketing may go to, because the person wishes it (GDPR Art.
 * 21(3) binds until they do; Art. 7(1): the controller proves the wish). The entry stays, lifted, with the day, the way
 * and the words of the wish sealed; the next objection is a new entry.
 * @throws Refused not_signed_in, not_allowed, bad_input (also an address that is not on the list, and a day to come or
 *   before the objection)
 */
export async function liftSuppression(ctx: Ctx, typed: unknown): Promise<void> {
  authoriseStaff(ctx, "suppression.lift");
  const { email, text, way, ...input } = parse(liftSuppressionInput, typed);
  const on = input.on as IsoDate;
  const { id: controllerId, settings } = ctx.controller;
  const wrong = (field: string, message: string) =>
    new Refused({ code: "bad_input", issues: [{ field, message }] });
  await transact(ctx, async ({ tx, audit }) => {
    const entry = await lockSuppression(tx, controllerId, emailIndex(controllerId, email.toLowerCase()));
    if (!entry) throw wrong("email", "notOnList");
    const dayOf = (at: Date) => localDate(at.toISOString(), settings.zone);
    const at = ctx.now();
    if (on > dayOf(at) || on < dayOf(entry.createdAt)) throw wrong("on", "wishDay");
    const wish = await liftEntry(tx, entry, { text, way, on, at, by: actorOf(ctx) });
    audit({
      type: "suppression.lifted",
      subject: entry.id,
      request: entry.requestId,
      facts: { on, way, wish },
    });
  });
}
