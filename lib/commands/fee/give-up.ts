import { actorOf, type Ctx } from "@/lib/commands/context";
import { endAssessment } from "@/lib/commands/fee/end-assessment";
import { recallObjectionAnswer } from "@/lib/commands/fee/objection-answer";
import { feeNeverAsked } from "@/lib/commands/fee/settle-clock";
import { loadDataKey } from "@/lib/db/data-key";
import { type Fee, saveFee } from "@/lib/db/fee";
import { addFeeEvent } from "@/lib/db/fee-event";
import { type RightsRequest, saveRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";

/**
 * A fee of a locked request is given up: nothing is owed, fee and finding fall, the time counts as if it had never been
 * asked for, and an answer to an objection against it does not leave any more.
 * @param why in words, kept with the fee; and for the log, where the rule and no person gave it up
 */
export async function giveUpFee(
  ctx: Ctx,
  work: Work,
  request: RightsRequest,
  fee: Fee,
  why: { readonly text: string; readonly rule?: "fees_off" },
): Promise<void> {
  const { tx, audit } = work;
  const { controllerId } = request;
  const at = ctx.now();
  const by = actorOf(ctx);
  const handle = await loadDataKey(tx, request.dataKeyId);
  const said = await addFeeEvent(tx, handle, {
    ...{ controllerId, feeId: fee.id, kind: "waived", by, at, text: why.text },
  });
  await recallObjectionAnswer(work, request, fee);
  await saveFee(tx, { controllerId, id: fee.id }, { state: "waived", endedAt: at });
  if (request.state === "open") {
    await endAssessment(work, handle, request, { actor: by, at, why: "waived" });
    await feeNeverAsked(ctx, work, request, fee, { waitingSince: null });
  } else {
    await saveRequest(tx, request, {});
  }
  audit({
    type: "fee.waived",
    subject: fee.id,
    request: request.id,
    facts: { was: fee.state, reason: said.commit, ...(why.rule ? { rule: why.rule } : {}) },
  });
}
