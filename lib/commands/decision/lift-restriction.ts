import { paragraphs } from "@/emails/letters/blocks";
import { restrictionLiftingMail, TEMPLATE } from "@/emails/restriction-lifting";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockTask } from "@/lib/commands/decision/desk-task";
import { letterMayLeave } from "@/lib/commands/delivery/may-leave";
import { asPreviewed, type PreparedNotice } from "@/lib/commands/notice/prepared";
import { type RequesterNotice, requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { loadDataKey } from "@/lib/db/data-key";
import { saveLink } from "@/lib/db/link";
import { oweNotice } from "@/lib/db/notice";
import { saveRequest } from "@/lib/db/request";
import { announceTask, type Task } from "@/lib/db/task";
import { addMessage } from "@/lib/db/thread";
import { transact } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { Refused } from "@/lib/domain/kernel/refusal";
import { liftInput } from "@/lib/schemas/decision/task";
import { parse } from "@/lib/schemas/parse";

/** The word before a restriction is lifted, as it would leave now; preview and sending make it here. */
export function prepareLifting({ filing, facts }: RequesterNotice, text: string): PreparedNotice {
  const { byPost } = filing;
  const content = restrictionLiftingMail({ ...facts, ...(byPost ? { letter: text } : {}) });
  return { to: "requester", byPost, content, page: { title: content.subject, blocks: paragraphs(text) } };
}

/** @throws Refused wrong_state (no task of a restriction, announced already, or ended) */
export function liftable({ kind, noticeId, state }: Task): void {
  if (kind !== "lift_restriction" || noticeId !== null || state !== "open") {
    throw new Refused({ code: "wrong_state", state: "no_restriction" });
  }
}

/**
 * Announces that a restriction will be lifted. The person is told first (GDPR Art. 18(3)): the lifting happens, and
 * its task ends, only when that notice was accepted (lib/commands/decision/take-task-effect.ts).
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state (no task of a
 *   restriction, or announced already), not_releasable (by post)
 */
export async function liftRestriction(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.decide");
  const input = parse(liftInput, typed);
  const mail = await requesterNotice(await deskRequest(staff, ctx, input.reference), ctx);
  const prepared = prepareLifting(mail, input.text);
  const of = { controllerId: ctx.controller.id };
  await transact(ctx, async ({ tx, audit }) => {
    const { request, task } = await lockTask(tx, staff, ctx, input);
    liftable(task);
    // A mail says only that there is a word, which the gate guards on the person's page; a letter says it itself.
    if (mail.filing.byPost) await letterMayLeave(mail.filing, request.id, "answer", tx);
    asPreviewed(input.letter, [prepared], request.version);
    const now = ctx.now();
    const handle = await loadDataKey(tx, request.dataKeyId);
    await saveLink(tx, mail.link, { ...of, filingId: request.filingId });
    const noticeId = await oweNotice(tx, {
      ...of,
      ...mail.hold,
      to: { filingId: request.filingId },
      requestId: request.id,
      kind: "restriction_lifting",
      template: TEMPLATE,
      content: prepared.content,
      at: now,
      dataKey: mail.dataKey,
      recallable: true,
      byPost: prepared.byPost,
    });
    const message = { ...of, requestId: request.id, author: actorOf(ctx), text: input.text, at: now };
    const told = await addMessage(tx, handle, { ...message, kind: "told", noticeId });
    const on = localDate(now.toISOString(), mail.filing.zone);
    const proof = { text: input.text, systems: "", on };
    await announceTask(tx, handle, task.id, { noticeId, doneBy: staff.staffId, proof });
    await saveRequest(tx, request, {});
    const facts = { text: told.commit, notice: noticeId };
    audit({ type: "restriction.lifting_announced", subject: task.id, request: request.id, facts });
  });
}
