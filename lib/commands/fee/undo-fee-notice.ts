import type { Undo } from "@/lib/commands/decision/undo-answer";
import { feeOfNotice, saveFee } from "@/lib/db/fee";
import { mayFeeStep } from "@/lib/domain/fee/fee";
import { Refused } from "@/lib/domain/kernel/refusal";

/** The fee was never asked for, and the clock never hears of it. */
export const undoFeeNotice: Undo = async (ctx, { tx, audit }, { request, notice }) => {
  const { id: controllerId } = ctx.controller;
  const fee = await feeOfNotice(controllerId, notice.id, tx);
  if (!fee || !mayFeeStep(fee.state, "recall").ok)
    throw new Refused({ code: "wrong_state", state: "sending" });
  await saveFee(tx, { controllerId, id: fee.id }, { state: "recalled", endedAt: ctx.now() });
  audit({ type: "fee.recalled", subject: fee.id, request: request.id });
  return {};
};
