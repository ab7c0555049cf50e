import { authoriseRequester, type Ctx } from "@/lib/commands/context";
import { takeChoice } from "@/lib/commands/fee/take-choice";
import { lockOwnRequest } from "@/lib/commands/request/own-request";
import { feeById } from "@/lib/db/fee";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { choiceInput } from "@/lib/schemas/fee/fee";
import { parse } from "@/lib/schemas/parse";

/**
 * The requester chooses about a fee: accepts, narrows the request, or objects. (To take the request back is a step of
 * its own, `withdrawRequest`.)
 * @throws Refused bad_input, not_signed_in, not_found, wrong_state (chosen already, or the fee does not stand)
 */
export async function chooseAboutFee(ctx: Ctx, typed: unknown): Promise<void> {
  authoriseRequester(ctx);
  const input = parse(choiceInput, typed);
  await transact(ctx, async (work) => {
    const { tx, audit } = work;
    const request = await lockOwnRequest(ctx, tx, input.reference, "reply");
    const fee = await feeById(ctx.controller.id, input.fee, tx);
    if (fee?.requestId !== request.id || fee.state === "pending") throw new Refused({ code: "not_found" });
    await takeChoice(ctx, { tx, audit }, request, fee, input);
  });
}
