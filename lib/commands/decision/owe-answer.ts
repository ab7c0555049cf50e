import { TEMPLATE as ANSWER_READY, answerReadyMail } from "@/emails/answer-ready";
import { TEMPLATE as CLOSED_UNCONFIRMED, closedUnconfirmedMail } from "@/emails/closed-unconfirmed";
import type { Ctx } from "@/lib/commands/context";
import type { RequesterNotice } from "@/lib/commands/notice/requester-notice";
import { saveLink } from "@/lib/db/link";
import { oweNotice } from "@/lib/db/notice";
import type { RightsRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import type { Outcome } from "@/lib/domain/decision/answer";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { Letter } from "@/lib/domain/notice/letter";

/**
 * Owes the notice of an answer, in the transaction that decides it or, where somebody must agree, approves it. The
 * one place from which an answer can leave. The caller has asked the release gate.
 * @returns the notice's id
 * @throws Refused refusal_incomplete (closing without an authority to name)
 */
export async function oweAnswer(
  ctx: Ctx,
  { tx }: Work,
  request: RightsRequest,
  mail: RequesterNotice,
  { outcome, letter }: { readonly outcome: Outcome; readonly letter: Letter },
): Promise<string> {
  const of = { controllerId: ctx.controller.id, requestId: request.id };
  const unconfirmed = outcome === "address_not_confirmed";
  if (!unconfirmed) await saveLink(tx, mail.link, { ...of, filingId: request.filingId });
  return oweNotice(tx, {
    ...of,
    ...mail.hold,
    to: { filingId: request.filingId },
    kind: unconfirmed ? "closed_unconfirmed" : "answer_ready",
    template: unconfirmed ? CLOSED_UNCONFIRMED : ANSWER_READY,
    content: unconfirmed ? closedMail(ctx, mail) : answerReadyMail(mail.facts),
    letter,
    at: ctx.now(),
    dataKey: mail.dataKey,
    recallable: true,
  });
}

function closedMail(ctx: Ctx, { facts, filing }: RequesterNotice) {
  const { authority } = facts.sender;
  if (!authority) throw new Refused({ code: "refusal_incomplete", missing: ["authority"] });
  return closedUnconfirmedMail({
    ...facts,
    sender: { ...facts.sender, authority },
    receivedOn: filing.receivedOn,
    closedOn: localDate(ctx.now().toISOString(), filing.zone),
    startUrl: `${ctx.baseUrl}/${ctx.controller.slug}`,
  });
}
