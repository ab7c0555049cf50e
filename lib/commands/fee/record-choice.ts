import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockDeskFee } from "@/lib/commands/fee/desk-fee";
import { takeChoice } from "@/lib/commands/fee/take-choice";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { recordedChoiceInput } from "@/lib/schemas/fee/fee";
import { parse } from "@/lib/schemas/parse";

/**
 * Staff record what a requester chose about a fee by letter, by phone or in person, in their words. It does what it
 * does on the requester's own page; the log says who recorded it.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state
 */
export async function recordChoice(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "fee.write");
  const input = parse(recordedChoiceInput, typed);
  await transact(ctx, async (work) => {
    const { tx, audit } = work;
    const { request, fee } = await lockDeskFee(tx, staff, ctx, input, input.choice);
    if (request.state !== "open") throw new Refused({ code: "wrong_state", state: request.state });
    await takeChoice(ctx, { tx, audit }, request, fee, input);
  });
}
