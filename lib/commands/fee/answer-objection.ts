import { feeObjectionMail, TEMPLATE } from "@/emails/fee-objection";
import { paragraphs } from "@/emails/letters/blocks";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockDeskFee } from "@/lib/commands/fee/desk-fee";
import { endAssessment } from "@/lib/commands/fee/end-assessment";
import { settleFeeClock } from "@/lib/commands/fee/settle-clock";
import { requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { loadDataKey } from "@/lib/db/data-key";
import { saveFee } from "@/lib/db/fee";
import { addFeeEvent } from "@/lib/db/fee-event";
import { saveLink } from "@/lib/db/link";
import { oweNotice } from "@/lib/db/notice";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { addDays, day, iso, localDate } from "@/lib/domain/clock/dates";
import { feeRules } from "@/lib/domain/fee/rules";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { objectionInput } from "@/lib/schemas/fee/fee";
import { parse } from "@/lib/schemas/parse";

/**
 * A person answers an objection to a fee, in words. Given in: fee and finding fall. Upheld: the fee stands again, with a
 * new day to answer that leaves at least the promised days.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state
 */
export async function answerObjection(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "fee.write");
  const input = parse(objectionInput, typed);
  const mail = await requesterNotice(await deskRequest(staff, ctx, input.reference), ctx);
  const content = feeObjectionMail(mail.facts);
  const { id: controllerId } = ctx.controller;
  await transact(ctx, async (work) => {
    const { tx, audit } = work;
    const { request, fee } = await lockDeskFee(tx, staff, ctx, input, "answer_objection");
    const now = ctx.now();
    const by = actorOf(ctx);
    const upheld = input.outcome === "upheld";
    const least = leastDay(fee.profile, localDate(now.toISOString(), mail.filing.zone));
    if (upheld && input.answerBy < least) {
      const issue = { field: "answerBy", message: "answerByEarly", values: { first: least } };
      throw new Refused({ code: "bad_input", issues: [issue] });
    }
    const handle = await loadDataKey(tx, request.dataKeyId);
    const said = await addFeeEvent(tx, handle, {
      ...{ controllerId, feeId: fee.id, kind: input.outcome, by, at: now, text: input.text },
    });
    const standing = upheld
      ? ({ state: "open", answerBy: input.answerBy as IsoDate } as const)
      : ({ state: "waived", endedAt: now } as const);
    await saveFee(tx, { controllerId, id: fee.id }, standing);
    if (!upheld) await endAssessment(work, handle, request, { actor: by, at: now, why: "given_in" });
    await saveLink(tx, mail.link, { controllerId, filingId: request.filingId });
    const notice = await oweNotice(tx, {
      ...mail.hold,
      controllerId,
      to: { filingId: request.filingId },
      requestId: request.id,
      kind: "fee_objection_answered",
      template: TEMPLATE,
      content,
      letter: { title: content.subject, blocks: paragraphs(input.text) },
      at: now,
      dataKey: mail.dataKey,
    });
    const turn = { waitingSince: upheld ? now : null, repliedAt: null };
    if (upheld) await saveRequest(tx, request, turn);
    else await settleFeeClock(ctx, tx, request, turn);
    audit({
      type: "fee.objection_answered",
      subject: fee.id,
      request: request.id,
      facts: { answer: input.outcome, text: said.commit, notice },
    });
  });
}

function leastDay(profile: string, today: IsoDate): IsoDate {
  return iso(addDays(day(today), feeRules(profile)?.answerDays.least ?? 0));
}
