import { feeNoticeMail, TEMPLATE } from "@/emails/fee-notice";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { letterMayLeave } from "@/lib/commands/delivery/may-leave";
import { feeBasis, prepareFee } from "@/lib/commands/fee/prepare-fee";
import { ofRequest } from "@/lib/commands/fee/written";
import { requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { approvedFindingOf } from "@/lib/db/assessment";
import { addClockEvent } from "@/lib/db/clock";
import { loadDataKey } from "@/lib/db/data-key";
import { addFee, newFeeId, standingFee } from "@/lib/db/fee";
import { saveLink } from "@/lib/db/link";
import { oweNotice } from "@/lib/db/notice";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { feeInput } from "@/lib/schemas/fee/fee";
import { parse } from "@/lib/schemas/parse";

/**
 * Owes the notice of a fee: reason, calculation, choices, date to answer, complaint and court. Nothing is due, and the
 * clock knows of nothing, until the notice was accepted; what it then does is the law's (EU: nothing). Only on an
 * approved assessment that proposes a fee, looked at again under the lock; only to a confirmed address.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found (no fee at this controller), no_approved_finding,
 *   address_not_confirmed, not_releasable, refusal_incomplete, changed_meanwhile, wrong_state (a fee stands already, no rate card)
 */
export async function sendFeeNotice(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "fee.write");
  const input = parse(feeInput, typed);
  const asSeen = await deskRequest(staff, ctx, input.reference);
  const mail = await requesterNotice(asSeen, ctx);
  const basis = await feeBasis(ctx, asSeen, mail.filing);
  await letterMayLeave(mail.filing, asSeen.id);
  const fee = await prepareFee(ctx, asSeen, mail.filing, basis, input);
  if (fee.fingerprint !== input.letter || basis.card.version !== input.card) {
    throw new Refused({ code: "changed_meanwhile", version: asSeen.version, changed: ["letter"] });
  }
  const content = feeNoticeMail({ ...mail.facts, answerBy: fee.answerBy });
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "assess");
    const of = ofRequest(request);
    await letterMayLeave(mail.filing, request.id, "answer", tx);
    const handle = await loadDataKey(tx, request.dataKeyId);
    const standing = await standingFee(of, tx);
    if (standing) throw new Refused({ code: "wrong_state", state: `fee_${standing.state}` });
    const finding = await approvedFindingOf(handle, of, tx);
    if (finding?.assessmentId !== basis.finding.assessmentId)
      throw new Refused({ code: "no_approved_finding" });
    const now = ctx.now();
    const id = newFeeId();
    await saveLink(tx, mail.link, { controllerId: of.controllerId, filingId: request.filingId });
    const noticeId = await oweNotice(tx, {
      ...of,
      ...mail.hold,
      to: { filingId: request.filingId },
      kind: "fee_notice",
      template: TEMPLATE,
      content,
      at: now,
      dataKey: mail.dataKey,
      recallable: true,
      letter: fee.letter,
    });
    const by = actorOf(ctx);
    const { lines, totalMinor, currency, answerBy, letter } = fee;
    const commit = await addFee(tx, handle, {
      ...of,
      ...{ id, noticeId, lines, totalMinor, currency, answerBy, letter },
      assessmentId: finding.assessmentId,
      profile: request.profile,
      cardVersion: basis.card.version,
      noticedBy: by,
      noticedAt: now,
    });
    await addClockEvent(tx, {
      ...of,
      type: "fee_requested",
      occurredAt: now,
      recordedAt: now,
      recordedBy: by,
      noticeId,
    });
    await saveRequest(tx, request, {});
    audit({
      type: "fee.noticed",
      subject: id,
      request: request.id,
      facts: {
        assessment: finding.assessmentId,
        currency,
        minor: totalMinor,
        lines: lines.map((line) => line.sumMinor),
        card: basis.card.version,
        answerBy,
        letter: commit,
        notice: noticeId,
      },
    });
  });
}
