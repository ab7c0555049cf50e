import { identityRequestMail, TEMPLATE } from "@/emails/identity-request";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { prepareCheck } from "@/lib/commands/identity/prepare-request";
import { requesterNotice } from "@/lib/commands/notice/requester-notice";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { db } from "@/lib/db/client";
import { addClockEvent } from "@/lib/db/clock";
import { loadDataKey } from "@/lib/db/data-key";
import { openWho } from "@/lib/db/filing";
import { newestCheck, saveCheck } from "@/lib/db/identity-check";
import { identityDraft, setIdentityDraftAside } from "@/lib/db/identity-draft";
import { saveLink } from "@/lib/db/link";
import { oweNotice } from "@/lib/db/notice";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { identitySendInput } from "@/lib/schemas/identity/check";
import { parse } from "@/lib/schemas/parse";

/**
 * Asks the requester to show who they are, as written and previewed (GDPR Art. 12(6)): on a recorded doubt, in at least
 * two ways. From the acceptance of the notice the clock does what the profile says; until the check is passed, or not
 * needed any more, no answer leaves. The mail holds a link and nothing of the reason.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found (also where nothing is written), no_check_for_right,
 *   identity_incomplete, changed_meanwhile, wrong_state (also where proof is being waited for already)
 */
export async function requestIdentity(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "identity.check");
  const input = parse(identitySendInput, typed);
  const asSeen = await deskRequest(staff, ctx, input.reference);
  const of = { controllerId: ctx.controller.id, requestId: asSeen.id };
  const draft = await identityDraft(await loadDataKey(db(), asSeen.dataKeyId), {
    ...of,
    staffId: staff.staffId,
  });
  if (!draft) throw new Refused({ code: "not_found" });
  const mail = await requesterNotice(asSeen, ctx);
  const who = openWho(mail.dataKey, mail.filing);
  const now = ctx.now();
  const prepared = prepareCheck(draft, { request: asSeen, filing: mail.filing, who, mail: mail.facts, now });
  if (prepared.gaps.length > 0) throw new Refused({ code: "identity_incomplete", missing: prepared.gaps });
  if (prepared.fingerprint !== input.letter) {
    throw new Refused({ code: "changed_meanwhile", version: asSeen.version, changed: ["letter"] });
  }
  const content = identityRequestMail({ ...mail.facts, effect: prepared.effect });
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "identity");
    const open = await newestCheck(of.controllerId, request.id, tx);
    if (open && !open.resolvedAt) throw new Refused({ code: "wrong_state", state: "identity_asked" });
    await saveLink(tx, mail.link, { controllerId: of.controllerId, filingId: request.filingId });
    const noticeId = await oweNotice(tx, {
      ...of,
      ...mail.hold,
      to: { filingId: request.filingId },
      kind: "identity_request",
      template: TEMPLATE,
      content,
      letter: prepared.letter,
      at: now,
      dataKey: mail.dataKey,
      recallable: true,
    });
    const { category, doubt, needed, methods } = draft;
    const { id, commit } = await saveCheck(tx, await loadDataKey(tx, request.dataKeyId), {
      ...of,
      category,
      methods,
      asked: { doubt, needed },
      letter: prepared.letter,
      noticeId,
      askedAt: now,
      askedBy: actorOf(ctx),
    });
    await addClockEvent(tx, {
      ...of,
      type: "identity_requested",
      occurredAt: now,
      recordedAt: now,
      recordedBy: actorOf(ctx),
      noticeId,
      facts: { late: String(prepared.lateDays !== null) },
    });
    await saveRequest(tx, request, { waitingSince: now });
    await setIdentityDraftAside(tx, { ...of, staffId: staff.staffId }, now);
    audit({
      type: "identity.requested",
      subject: id,
      request: request.id,
      facts: {
        doubt: category,
        ways: [...methods],
        letter: commit,
        notice: noticeId,
        effect: prepared.effect,
        late: prepared.lateDays !== null,
      },
    });
  });
}
