import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockDeskFee } from "@/lib/commands/fee/desk-fee";
import { giveUpFee } from "@/lib/commands/fee/give-up";
import { transact } from "@/lib/db/transact";
import { waiverInput } from "@/lib/schemas/fee/fee";
import { parse } from "@/lib/schemas/parse";

/**
 * Gives a fee up, with a reason: nothing is owed, and the request is answered free of charge. Where the time waited for
 * it, it counts from receipt again. No second person is needed to be kind.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state
 */
export async function waiveFee(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "fee.write");
  const input = parse(waiverInput, typed);
  await transact(ctx, async (work) => {
    const { request, fee } = await lockDeskFee(work.tx, staff, ctx, input, "waive");
    await giveUpFee(ctx, work, request, fee, { text: input.reason });
  });
}
