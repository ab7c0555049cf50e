import { actorOf, type Ctx } from "@/lib/commands/context";
import { recallObjectionAnswer } from "@/lib/commands/fee/objection-answer";
import { ofRequest } from "@/lib/commands/fee/written";
import { loadDataKey } from "@/lib/db/data-key";
import { saveFee, standingFee } from "@/lib/db/fee";
import { addFeeEvent } from "@/lib/db/fee-event";
import { recallNotice } from "@/lib/db/notice";
import type { RightsRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import { mayFeeStep } from "@/lib/domain/fee/fee";

/**
 * The request has ended, by its answer or because it was taken back: a fee that was not paid is owed no more, and its
 * notice does not leave any more if it has not. Runs in the transaction that ends the request.
 */
export async function closeFee(ctx: Ctx, work: Work, request: RightsRequest): Promise<void> {
  const { tx, audit } = work;
  const { controllerId } = request;
  const fee = await standingFee(ofRequest(request), tx);
  if (!fee) return;
  const of = { controllerId, id: fee.id };
  const at = ctx.now();
  if (fee.state === "pending") {
    const recalled = await recallNotice(tx, fee.noticeId);
    await saveFee(tx, of, { state: recalled ? "recalled" : "closed", endedAt: at });
    audit({ type: recalled ? "fee.recalled" : "fee.closed", subject: fee.id, request: request.id });
    return;
  }
  if (!mayFeeStep(fee.state, "close").ok) return;
  await recallObjectionAnswer(work, request, fee);
  await addFeeEvent(tx, await loadDataKey(tx, request.dataKeyId), {
    ...{ controllerId, feeId: fee.id, kind: "closed", by: actorOf(ctx), at },
  });
  await saveFee(tx, of, { state: "closed", endedAt: at });
  audit({ type: "fee.closed", subject: fee.id, request: request.id, facts: { was: fee.state } });
}
