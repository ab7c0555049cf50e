import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { takeBack } from "@/lib/commands/notice/take-back";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { feeById } from "@/lib/db/fee";
import { lockNotice } from "@/lib/db/notice";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { recallFeeInput } from "@/lib/schemas/fee/fee";
import { parse } from "@/lib/schemas/parse";

/**
 * Takes a fee notice back before it was accepted: nothing is sent and the clock never hears of it.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state (it is being sent, or
 *   has arrived)
 */
export async function recallFeeNotice(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "fee.write");
  const input = parse(recallFeeInput, typed);
  const { id: controllerId } = ctx.controller;
  const { id: requestId } = await deskRequest(staff, ctx, input.reference);
  await transact(ctx, async (work) => {
    const fee = await feeById(controllerId, input.feeId, work.tx);
    if (fee?.requestId !== requestId) throw new Refused({ code: "not_found" });
    const notice = await lockNotice(work.tx, fee.noticeId);
    const request = await lockDeskRequest(work.tx, staff, ctx, input, "assess");
    if (!notice) throw new Refused({ code: "not_found" });
    await takeBack(ctx, work, request, notice);
  });
}
