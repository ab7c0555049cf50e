import { paragraphs } from "@/emails/letters/blocks";
import { TEMPLATE as BY_POST, questionByPost } from "@/emails/post/question-by-post";
import { pausingQuestionMail, pausingQuestionText, TEMPLATE } from "@/emails/question-pause";
import { foldOf } from "@/lib/commands/clock/fold";
import { pauseFor, waitsFor } from "@/lib/commands/clock/pause";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { mayReadQuestion } from "@/lib/commands/delivery/may-read";
import { asPreviewed, type PreparedNotice } from "@/lib/commands/notice/prepared";
import { type RequesterNotice, requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { loadDataKey } from "@/lib/db/data-key";
import type { Folded } from "@/lib/db/fold";
import { saveLink } from "@/lib/db/link";
import { oweNotice } from "@/lib/db/notice";
import { type RightsRequest, saveRequest } from "@/lib/db/request";
import { addMessage } from "@/lib/db/thread";
import { transact } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { openQuestions } from "@/lib/domain/clock/open-questions";
import { isOrdered } from "@/lib/domain/clock/rules/reopened";
import { askedLate, effectOf, needsLargeQuantity } from "@/lib/domain/clock/stops-clock";
import { Refused } from "@/lib/domain/kernel/refusal";
import { pausingQuestionInput } from "@/lib/schemas/clock/desk";
import { parse } from "@/lib/schemas/parse";

/** What is asked, and what the law wants to be said with it. */
type PausingQuestion = { readonly text: string; readonly choices: string; readonly largeQuantity: boolean };

/**
 * A question that stops the clock as it would leave now, with its whole text; preview and sending make it here.
 * @param waiting a question of this kind is on its way
 * @throws Refused clock_cannot_stop, bad_input (largeQuantity), clock_stands_still
 */
export function preparePausingQuestion(
  { filing, facts }: RequesterNotice,
  request: RightsRequest,
  { basis, clock, events }: Folded,
  input: PausingQuestion,
  waiting: boolean,
): { readonly notice: PreparedNotice; readonly text: string } {
  if (isOrdered(clock) || effectOf(basis.profile, "clarification", request.right) === "none") {
    throw new Refused({ code: "clock_cannot_stop" });
  }
  const large = needsLargeQuantity(basis.profile);
  if (large && !input.largeQuantity) {
    throw new Refused({ code: "bad_input", issues: [{ field: "largeQuantity", message: "largeQuantity" }] });
  }
  if (waiting || openQuestions(events).has("clarification")) {
    throw new Refused({ code: "clock_stands_still" });
  }
  const text = pausingQuestionText(input, { language: filing.language, clock, large });
  const to = { to: "requester", byPost: filing.byPost } as const;
  if (filing.byPost) {
    return {
      notice: { ...to, content: questionByPost({ ...facts, question: text, stopsTime: true }) },
      text,
    };
  }
  const content = pausingQuestionMail(facts);
  const page = { title: content.subject, blocks: paragraphs(text) };
  return { notice: { ...to, content, page }, text };
}

/**
 * Asks the requester what the request is about, in a way that stops the clock once the notice was accepted
 * (GDPR recital 63 and EDPB Guidelines 01/2022 section 5.3; UK GDPR Art. 12A for access). The question says that they
 * may insist on everything and what it does to the date; the mail holds no more than a link.
 * @throws Refused not_signed_in, not_allowed, bad_input (also without a large quantity of data where the law wants
 *   one), not_found, changed_meanwhile, wrong_state, clock_cannot_stop (this law, this right, or a day that was
 *   ordered), clock_stands_still (a question of this kind is open already),
 *   not_releasable (whoever it asks could not read it)
 */
export async function askPausing(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.ask");
  const input = parse(pausingQuestionInput, typed);
  const seen = await deskRequest(staff, ctx, input.reference);
  const mail = await requesterNotice(seen, ctx);
  const of = { controllerId: ctx.controller.id };
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "ask");
    await mayReadQuestion(mail.filing, request.id, tx);
    const folded = await foldOf(ctx, request, tx);
    const { clock, filing } = folded;
    const waiting = await waitsFor(ctx, { tx }, request.id, "clarification_requested");
    const { notice, text } = preparePausingQuestion(mail, request, folded, input, waiting);
    asPreviewed(input.letter, [notice], request.version);
    const now = ctx.now();
    const handle = await loadDataKey(tx, request.dataKeyId);
    await saveLink(tx, mail.link, { ...of, filingId: request.filingId });
    const noticeId = await oweNotice(tx, {
      ...of,
      ...mail.hold,
      to: { filingId: request.filingId },
      requestId: request.id,
      kind: "question_pause",
      template: mail.filing.byPost ? BY_POST : TEMPLATE,
      content: notice.content,
      at: now,
      dataKey: mail.dataKey,
      recallable: true,
    });
    const asked = await addMessage(tx, handle, {
      ...of,
      requestId: request.id,
      kind: "question",
      author: actorOf(ctx),
      text,
      at: now,
      noticeId,
    });
    const late = askedLate(clock.receivedOn, localDate(now.toISOString(), filing.zone));
    await pauseFor(ctx, { tx, audit }, request, {
      question: "clarification",
      noticeId,
      facts: { category: input.category, message: asked.id, late: String(late) },
      details: { reason: input.reason },
    });
    await saveRequest(tx, request, { waitingSince: now });
    audit({
      type: "request.question_asked",
      subject: asked.id,
      request: request.id,
      facts: { text: asked.commit, notice: noticeId, stopsClock: true, late },
    });
  });
}
