import { restrictionLiftingMail, TEMPLATE } from "@/emails/restriction-lifting";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockTask } from "@/lib/commands/decision/desk-task";
import { requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { loadDataKey } from "@/lib/db/data-key";
import { saveLink } from "@/lib/db/link";
import { oweNotice } from "@/lib/db/notice";
import { saveRequest } from "@/lib/db/request";
import { announceTask } from "@/lib/db/task";
import { addMessage } from "@/lib/db/thread";
import { transact } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { Refused } from "@/lib/domain/kernel/refusal";
import { liftInput } from "@/lib/schemas/decision/task";
import { parse } from "@/lib/schemas/parse";

/**
 * Announces that a restriction will be lifted. The person is told first (GDPR Art. 18(3)): the lifting happens, and
 * its task ends, only when that notice was accepted (lib/commands/decision/take-lift-effect.ts).
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state (no task of a
 *   restriction, or announced already)
 */
export async function liftRestriction(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.decide");
  const input = parse(liftInput, typed);
  const mail = await requesterNotice(await deskRequest(staff, ctx, input.reference), ctx);
  const content = restrictionLiftingMail({
    ...mail.facts,
    ...(mail.filing.byPost ? { letter: input.text } : {}),
  });
  const of = { controllerId: ctx.controller.id };
  await transact(ctx, async ({ tx, audit }) => {
    const { request, task } = await lockTask(tx, staff, ctx, input);
    if (task.kind !== "lift_restriction" || task.noticeId !== null) {
      throw new Refused({ code: "wrong_state", state: "no_restriction" });
    }
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
      content,
      at: now,
      dataKey: mail.dataKey,
      recallable: true,
      byPost: mail.filing.byPost,
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
