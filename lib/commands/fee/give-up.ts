import { feeDroppedMail, TEMPLATE } from "@/emails/fee-dropped";
import { actorOf, type Ctx } from "@/lib/commands/context";
import { endAssessment } from "@/lib/commands/fee/end-assessment";
import { recallObjectionAnswer } from "@/lib/commands/fee/objection-answer";
import { feeNeverAsked } from "@/lib/commands/fee/settle-clock";
import { requesterMail } from "@/lib/commands/notice/sender";
import { loadDataKey } from "@/lib/db/data-key";
import { type Fee, saveFee } from "@/lib/db/fee";
import { addFeeEvent, moneyOf } from "@/lib/db/fee-event";
import { filingById } from "@/lib/db/filing";
import { oweNotice } from "@/lib/db/notice";
import { type RightsRequest, saveRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import { formatReference } from "@/lib/domain/intake/reference";

/**
 * A fee of a locked request is given up: nothing is owed, fee and finding fall, the time counts as if it had never been
 * asked for, and an answer to an objection against it does not leave any more. Whoever was told of it is told so in the same
 * transaction.
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
  await tell(ctx, work, request, fee);
}

async function tell(ctx: Ctx, { tx }: Work, request: RightsRequest, fee: Fee): Promise<void> {
  const filing = await filingById(request.controllerId, request.filingId, tx);
  if (!filing) return;
  const { paid, refunded } = await moneyOf(tx, request.controllerId, fee.id);
  await oweNotice(tx, {
    controllerId: request.controllerId,
    to: { filingId: filing.id },
    requestId: request.id,
    kind: "fee_dropped",
    template: TEMPLATE,
    content: feeDroppedMail({
      ...(await requesterMail(ctx, filing.language)),
      reference: formatReference(request.reference),
      paid: paid > refunded,
      goesOn: request.state !== "closed",
    }),
    at: ctx.now(),
    dataKey: await loadDataKey(tx, filing.dataKeyId),
  });
}
