import type { Ctx } from "@/lib/commands/context";
import type { Undo } from "@/lib/commands/decision/undo-answer";
import { endAssessment } from "@/lib/commands/fee/end-assessment";
import { feeNeverAsked } from "@/lib/commands/fee/settle-clock";
import { loadDataKey } from "@/lib/db/data-key";
import { feeById, saveFee } from "@/lib/db/fee";
import { pendingFeeEvent, settleFeeEvent } from "@/lib/db/fee-event";
import { filingById } from "@/lib/db/filing";
import { lockRequestById, saveRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import { addDays, day, iso, localDate } from "@/lib/domain/clock/dates";
import { answerLimit } from "@/lib/domain/fee/fee";
import { feeRules } from "@/lib/domain/fee/rules";

/**
 * The answer to an objection was accepted (or its posting recorded): now it happens to the fee. Runs in the transaction
 * that records the acceptance; does nothing for another notice, or where the fee was given up or the request ended
 * meanwhile.
 * @param now when it was accepted; for a letter when it was posted
 */
export async function takeObjectionEffect(ctx: Ctx, work: Work, noticeId: string, now: Date): Promise<void> {
  const { tx, audit } = work;
  const { id: controllerId } = ctx.controller;
  const answer = await pendingFeeEvent(tx, controllerId, noticeId);
  const fee = answer && (await feeById(controllerId, answer.feeId, tx));
  const request = fee && (await lockRequestById(tx, controllerId, fee.requestId));
  const filing = request && (await filingById(controllerId, request.filingId, tx));
  if (!answer || !fee || !request || !filing) return;
  const stands = fee.state === "objected";
  await settleFeeEvent(tx, answer.id, stands ? "effective" : "void");
  const of = { controllerId, id: fee.id };
  if (stands && answer.kind === "upheld") {
    const arrived = day(localDate(now.toISOString(), filing.zone));
    const least = iso(addDays(arrived, feeRules(fee.profile)?.answerDays.least ?? 0));
    await saveFee(tx, of, { state: "open", answerBy: answerLimit(answer.on ?? least, least) });
    await saveRequest(tx, request, { waitingSince: now });
  } else if (stands) {
    await saveFee(tx, of, { state: "waived", endedAt: now });
    const handle = await loadDataKey(tx, request.dataKeyId);
    await endAssessment(work, handle, request, { actor: answer.by, at: now, why: "given_in" });
    await feeNeverAsked(ctx, work, request, fee);
  }
  const facts = { answer: answer.kind, at: now.toISOString(), void: !stands };
  audit({ type: "fee.objection_settled", subject: fee.id, request: request.id, facts });
}

/** The answer to the objection was taken back: the fee is suspended as before, and the objection waits for us. */
export const undoObjectionAnswer: Undo = async (ctx, { tx }, { notice }) => {
  const answer = await pendingFeeEvent(tx, ctx.controller.id, notice.id);
  if (answer) await settleFeeEvent(tx, answer.id, "void");
  return { repliedAt: ctx.now() };
};
