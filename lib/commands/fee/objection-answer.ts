import { ofRequest } from "@/lib/commands/fee/written";
import type { Tx } from "@/lib/db/client";
import { type Fee, standingFee } from "@/lib/db/fee";
import { answerOnItsWay, settleFeeEvent } from "@/lib/db/fee-event";
import { recallNotice } from "@/lib/db/notice";
import type { RightsRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";

/**
 * A fee has ended while the answer to its objection waited to leave: there is nothing to answer any more, and it does not
 * leave. One that is being sent already has no effect (take-objection-effect.ts). Runs in the transaction that ends it.
 */
export async function recallObjectionAnswer(
  { tx, audit }: Work,
  request: RightsRequest,
  fee: Pick<Fee, "id">,
): Promise<void> {
  const answer = await answerOnItsWay(request.controllerId, fee.id, tx);
  if (!answer || !(await recallNotice(tx, answer.noticeId))) return;
  await settleFeeEvent(tx, answer.id, "void");
  const facts = { kind: "fee_objection_answered" };
  audit({ type: "notice.recalled", subject: answer.noticeId, request: request.id, facts });
}

/** Whether an objection to the fee of a request waits for a person to answer it. */
export async function objectionWaits(request: RightsRequest, tx: Tx): Promise<boolean> {
  const fee = await standingFee(ofRequest(request), tx);
  return fee?.state === "objected" && (await answerOnItsWay(request.controllerId, fee.id, tx)) === null;
}
