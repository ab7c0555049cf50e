import { TEMPLATE, withdrawalConfirmedMail } from "@/emails/withdrawal-confirmed";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import type { Undo } from "@/lib/commands/decision/undo-answer";
import { asPreviewed, type PreparedNotice } from "@/lib/commands/notice/prepared";
import { type RequesterNotice, requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { endWithdrawn } from "@/lib/commands/request/end-withdrawn";
import { loadDataKey } from "@/lib/db/data-key";
import { standingDecision } from "@/lib/db/decision";
import { waitingForwarding } from "@/lib/db/forwarding";
import { type Notice, oweNotice } from "@/lib/db/notice";
import { lockRequestById, type RightsRequest, saveRequest } from "@/lib/db/request";
import { addMessage, messageOfNotice } from "@/lib/db/thread";
import { transact, type Work } from "@/lib/db/transact";
import { recordedAnswer } from "@/lib/domain/clock/recorded-answer";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { parse } from "@/lib/schemas/parse";
import { withdrawalInput } from "@/lib/schemas/request/received";

/** The confirmation of a withdrawal as it would leave now; preview and sending make it here. */
export function prepareWithdrawal(ctx: Ctx, { filing, facts }: RequesterNotice, on: IsoDate): PreparedNotice {
  const startUrl = `${ctx.baseUrl}/${ctx.controller.slug}`;
  const content = withdrawalConfirmedMail({ ...facts, withdrawnOn: on, startUrl });
  return { to: "requester", byPost: filing.byPost, content };
}

/**
 * The instant of what staff record by its day.
 * @param askedAt the question that it answers; null where it answers none
 * @throws Refused bad_input (a day that cannot be)
 */
export function cameAt(
  ctx: Ctx,
  request: RightsRequest,
  zone: string,
  on: string,
  askedAt: Date | null,
): Date {
  const of = { now: ctx.now(), receivedAt: request.receivedAt, askedAt, zone };
  const at = recordedAnswer(on as IsoDate, of);
  if (!at.ok) throw new Refused({ code: "bad_input", issues: [{ field: "on", message: at.refusal }] });
  return at.value;
}

/**
 * Staff record that a requester took the request back by letter, by phone or in person. It is confirmed to them, by mail
 * or post; when that was accepted the request is closed as of the day on which they said it, as if they had done it on
 * their own page. Until it leaves it can be taken back.
 * @throws Refused not_signed_in, not_allowed, bad_input (also a day ahead or before receipt), not_found,
 *   changed_meanwhile, wrong_state (decided or withdrawn already)
 */
export async function recordWithdrawal(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.record");
  const { on, way, text, letter, ...seen } = parse(withdrawalInput, typed);
  const mail = await requesterNotice(await deskRequest(staff, ctx, seen.reference), ctx);
  const prepared = prepareWithdrawal(ctx, mail, on as IsoDate);
  const of = { controllerId: ctx.controller.id };
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, seen, "withdraw");
    asPreviewed(letter, [prepared], request.version);
    const now = ctx.now();
    const at = cameAt(ctx, request, mail.filing.zone, on, null);
    const noticeId = await oweNotice(tx, {
      ...of,
      ...mail.hold,
      to: { filingId: request.filingId },
      requestId: request.id,
      kind: "withdrawal_recorded",
      template: TEMPLATE,
      content: prepared.content,
      at: now,
      dataKey: mail.dataKey,
      recallable: true,
    });
    const said = await addMessage(tx, await loadDataKey(tx, request.dataKeyId), {
      ...{ ...of, requestId: request.id, kind: "withdrawal", author: actorOf(ctx), text, at, noticeId },
      recorded: { way, recordedAt: now },
    });
    await saveRequest(tx, request, { state: "answer_pending" });
    audit({
      type: "request.recorded",
      subject: said.id,
      request: request.id,
      facts: { what: "withdrawal", way, on, text: said.commit, notice: noticeId },
    });
  });
}

/**
 * The confirmation of a recorded withdrawal was accepted, or its posting recorded: now the request is closed. Runs in
 * the transaction that records it; does nothing for another notice.
 */
export async function takeWithdrawalEffect(ctx: Ctx, work: Work, notice: Notice): Promise<void> {
  if (notice.kind !== "withdrawal_recorded") return;
  const said = await messageOfNotice(work.tx, ctx.controller.id, notice.id);
  const request = said && (await lockRequestById(work.tx, ctx.controller.id, said.requestId));
  if (!said || request?.state !== "answer_pending") return;
  await endWithdrawn(ctx, work, request, { at: said.at, by: said.author });
}

/** The withdrawal was a mistake and nobody was told of it: the request is where it was. */
export const undoWithdrawal: Undo = async (ctx, { tx }, { request }) => {
  const decision = await standingDecision(ctx.controller.id, request.id, tx);
  const waits = decision?.state === "awaiting_approval" || (await waitingForwarding(tx, request)) !== null;
  return { state: waits ? "awaiting_approval" : "open" };
};
