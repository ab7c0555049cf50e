import { voidClockEffect } from "@/lib/commands/clock/take-effect";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { feeById, saveFee } from "@/lib/db/fee";
import { lockNotice, recallNotice } from "@/lib/db/notice";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { mayFeeStep } from "@/lib/domain/fee/fee";
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
    const { tx, audit } = work;
    const fee = await feeById(controllerId, input.feeId, tx);
    if (fee?.requestId !== requestId) throw new Refused({ code: "not_found" });
    // The notice before the request, as the worker does it.
    await lockNotice(tx, fee.noticeId);
    const request = await lockDeskRequest(tx, staff, ctx, input, "assess");
    if (!mayFeeStep(fee.state, "recall").ok || !(await recallNotice(tx, fee.noticeId))) {
      throw new Refused({ code: "wrong_state", state: "sending" });
    }
    await saveFee(tx, { controllerId, id: fee.id }, { state: "recalled", endedAt: ctx.now() });
    await voidClockEffect(ctx, work, fee.noticeId);
    await saveRequest(tx, request, {});
    audit({ type: "fee.recalled", subject: fee.id, request: request.id });
  });
}
