import { feeObjectionByPost, feeObjectionMail, TEMPLATE } from "@/emails/fee-objection";
import { paragraphs } from "@/emails/letters/blocks";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockDeskFee } from "@/lib/commands/fee/desk-fee";
import { asPreviewed, type PreparedNotice } from "@/lib/commands/notice/prepared";
import { type RequesterNotice, requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { loadDataKey } from "@/lib/db/data-key";
import { addFeeEvent, answerOnItsWay } from "@/lib/db/fee-event";
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
 * The answer to an objection as it would leave now; preview and sending make it here.
 * @param answerBy the new day to answer, where the fee stands; null where it falls
 */
export function prepareObjectionAnswer(
  { filing, facts }: RequesterNotice,
  text: string,
  answerBy: IsoDate | null,
): PreparedNotice {
  const to = { to: "requester", byPost: filing.byPost } as const;
  if (filing.byPost) return { ...to, content: feeObjectionByPost({ ...facts, text, answerBy }) };
  const content = feeObjectionMail(facts);
  return { ...to, content, page: { title: content.subject, blocks: paragraphs(text) } };
}

/**
 * A person answers an objection to a fee, in words. It happens to the fee when its notice was accepted
 * (take-objection-effect.ts): given in, fee and finding fall; upheld, the fee stands again with a new day to answer
 * that leaves at least the promised days.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state (also where an answer
 *   is on its way)
 */
export async function answerObjection(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "fee.write");
  const input = parse(objectionInput, typed);
  const mail = await requesterNotice(await deskRequest(staff, ctx, input.reference), ctx);
  const answerBy = input.outcome === "upheld" ? (input.answerBy as IsoDate) : null;
  const prepared = prepareObjectionAnswer(mail, input.text, answerBy);
  const { id: controllerId } = ctx.controller;
  await transact(ctx, async ({ tx, audit }) => {
    const { request, fee } = await lockDeskFee(tx, staff, ctx, input, "answer_objection");
    if (await answerOnItsWay(controllerId, fee.id, tx)) {
      throw new Refused({ code: "wrong_state", state: "sending" });
    }
    asPreviewed(input.letter, [prepared], request.version);
    const now = ctx.now();
    if (answerBy) inTime(answerBy, fee.profile, localDate(now.toISOString(), mail.filing.zone));
    await saveLink(tx, mail.link, { controllerId, filingId: request.filingId });
    const noticeId = await oweNotice(tx, {
      ...mail.hold,
      controllerId,
      to: { filingId: request.filingId },
      requestId: request.id,
      kind: "fee_objection_answered",
      template: TEMPLATE,
      content: prepared.content,
      at: now,
      dataKey: mail.dataKey,
      recallable: true,
    });
    const said = await addFeeEvent(tx, await loadDataKey(tx, request.dataKeyId), {
      ...{ controllerId, feeId: fee.id, kind: input.outcome, by: actorOf(ctx), at: now, text: input.text },
      ...(answerBy ? { on: answerBy } : {}),
      noticeId,
    });
    await saveRequest(tx, request, { repliedAt: null });
    audit({
      type: "fee.objection_answered",
      subject: fee.id,
      request: request.id,
      facts: { answer: input.outcome, text: said.commit, notice: noticeId },
    });
  });
}

/** @throws Refused bad_input (sooner than the law or we promise) */
export function inTime(answerBy: string, profile: string, today: IsoDate): void {
  const first = leastDay(profile, today);
  if (answerBy >= first) return;
  const issue = { field: "answerBy", message: "answerByEarly", values: { first } };
  throw new Refused({ code: "bad_input", issues: [issue] });
}

function leastDay(profile: string, today: IsoDate): IsoDate {
  return iso(addDays(day(today), feeRules(profile)?.answerDays.least ?? 0));
}
