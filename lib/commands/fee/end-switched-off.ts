import { authoriseSystem, type Ctx, type InstallationCtx } from "@/lib/commands/context";
import { giveUpFee } from "@/lib/commands/fee/give-up";
import { takeBack } from "@/lib/commands/notice/take-back";
import { controllerById } from "@/lib/db/controller";
import { type Fee, feeById, feesSwitchedOff } from "@/lib/db/fee";
import { lockNotice } from "@/lib/db/notice";
import { lockRequestById, type RightsRequest } from "@/lib/db/request";
import { NothingToDo, orNothing, transact, type Work } from "@/lib/db/transact";
import { UNPAID_FEE } from "@/lib/domain/fee/fee";
import { translator } from "@/lib/i18n/translator";

const AT_ONCE = 100;

/**
 * Ends every unpaid fee of a controller whose settings promise to charge nothing (`feeEnabled` off): who promises that
 * cannot go on charging. A notice that has not left is taken back. A fee that its requester was told of is given up, and
 * they are told in the same transaction that nothing is owed and that the request goes on. What was paid stays to be
 * given back by the desk. Each in a transaction of its own; one whose notice is being sent is taken the next time.
 */
export async function endFeesSwitchedOff(ctx: InstallationCtx): Promise<void> {
  authoriseSystem(ctx);
  for (const { controllerId, id, requestId } of await feesSwitchedOff(AT_ONCE)) {
    const controller = await controllerById(controllerId);
    if (controller && !controller.settings.feeEnabled) await end({ ...ctx, controller }, id, requestId);
  }
}

async function end(ctx: Ctx, feeId: string, requestId: string): Promise<void> {
  const { id: controllerId } = ctx.controller;
  const ended = transact(ctx, async (work) => {
    const request = await lockRequestById(work.tx, controllerId, requestId);
    const fee = await feeById(controllerId, feeId, work.tx);
    if (!request || !fee || !UNPAID_FEE.includes(fee.state)) throw new NothingToDo();
    if (fee.state === "pending") return neverLeft(ctx, work, request, fee);
    const text = translator(ctx.controller.settings.languages[0] ?? "en", "fee")("switchedOff");
    await giveUpFee(ctx, work, request, fee, { text, rule: "fees_off" });
  });
  await orNothing(ended);
}

/** Its notice is taken back, and the fee was never asked for. */
async function neverLeft(ctx: Ctx, work: Work, request: RightsRequest, fee: Fee): Promise<void> {
  const notice = await lockNotice(work.tx, fee.noticeId);
  if (!notice || notice.state === "sending" || notice.state === "accepted") throw new NothingToDo();
  await takeBack(ctx, work, request, notice);
}
