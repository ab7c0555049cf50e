import type { Ctx } from "@/lib/commands/context";
import { feeOfNotice, saveFee } from "@/lib/db/fee";
import { filingById } from "@/lib/db/filing";
import { lockRequestById, saveRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import { addDays, day, iso, localDate } from "@/lib/domain/clock/dates";
import { answerLimit, mayFeeStep } from "@/lib/domain/fee/fee";
import { feeRules } from "@/lib/domain/fee/rules";

/**
 * A fee notice was accepted (or its posting recorded): from now on the requester may choose, and has at least the days
 * they were promised, however long the mail took. Runs in the transaction that records the acceptance; does nothing
 * for a notice that carries no fee.
 * @param now when it was accepted; for a letter when it was posted
 */
export async function takeFeeEffect(
  ctx: Ctx,
  { tx, audit }: Work,
  noticeId: string,
  now = ctx.now(),
): Promise<void> {
  const { id: controllerId } = ctx.controller;
  const fee = await feeOfNotice(controllerId, noticeId, tx);
  if (!fee || !mayFeeStep(fee.state, "take_effect").ok) return;
  const request = await lockRequestById(tx, controllerId, fee.requestId);
  const filing = request && (await filingById(controllerId, request.filingId, tx));
  if (!request || !filing) return;
  const arrived = day(localDate(now.toISOString(), filing.zone));
  const least = iso(addDays(arrived, feeRules(fee.profile)?.answerDays.least ?? 0));
  const answerBy = answerLimit(fee.answerBy, least);
  await saveFee(tx, { controllerId, id: fee.id }, { state: "open", effectiveAt: now, answerBy });
  await saveRequest(tx, request, { waitingSince: now, repliedAt: null });
  audit({
    type: "fee.effective",
    subject: fee.id,
    request: request.id,
    facts: { at: now.toISOString(), told: fee.answerBy, answerBy },
  });
}
