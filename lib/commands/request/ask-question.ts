import { paragraphs } from "@/emails/letters/blocks";
import { TEMPLATE as BY_POST, questionByPost } from "@/emails/post/question-by-post";
import { questionMail, TEMPLATE } from "@/emails/question";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { mayReadQuestion } from "@/lib/commands/delivery/may-read";
import { asPreviewed, type PreparedNotice } from "@/lib/commands/notice/prepared";
import { type RequesterNotice, requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { loadDataKey } from "@/lib/db/data-key";
import { saveLink } from "@/lib/db/link";
import { oweNotice } from "@/lib/db/notice";
import { saveRequest } from "@/lib/db/request";
import { addMessage } from "@/lib/db/thread";
import { transact } from "@/lib/db/transact";
import { parse } from "@/lib/schemas/parse";
import { questionInput } from "@/lib/schemas/request/desk";

/** A question as it would leave now; preview and sending make it here. */
export function prepareQuestion({ filing, facts }: RequesterNotice, text: string): PreparedNotice {
  const { byPost } = filing;
  const content = byPost ? questionByPost({ ...facts, question: text }) : questionMail(facts);
  return { to: "requester", byPost, content, page: { title: content.subject, blocks: paragraphs(text) } };
}

/**
 * Asks the requester something. The mail holds a link and not the question, so it may go to an address
 * that is not confirmed; the question is read behind the link, from when the mail is on its way. Without an email
 * address it is a letter with the question in it. The clock runs on.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state, not_releasable (whoever
 *   it asks could not read it)
 */
export async function askQuestion(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.ask");
  const input = parse(questionInput, typed);
  const mail = await requesterNotice(await deskRequest(staff, ctx, input.reference), ctx);
  const prepared = prepareQuestion(mail, input.text);
  const of = { controllerId: ctx.controller.id };
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "ask");
    await mayReadQuestion(mail.filing, request.id, tx);
    asPreviewed(input.letter, [prepared], request.version);
    const now = ctx.now();
    await saveLink(tx, mail.link, { ...of, filingId: request.filingId });
    const notice = await oweNotice(tx, {
      ...of,
      ...mail.hold,
      to: { filingId: request.filingId },
      requestId: request.id,
      kind: "question",
      template: prepared.byPost ? BY_POST : TEMPLATE,
      content: prepared.content,
      at: now,
      dataKey: mail.dataKey,
      recallable: true,
    });
    const asked = await addMessage(tx, await loadDataKey(tx, request.dataKeyId), {
      ...of,
      requestId: request.id,
      kind: "question",
      author: actorOf(ctx),
      text: input.text,
      at: now,
      noticeId: notice,
    });
    await saveRequest(tx, request, { waitingSince: now });
    audit({
      type: "request.question_asked",
      subject: asked.id,
      request: request.id,
      facts: { text: asked.commit, notice },
    });
  });
}
