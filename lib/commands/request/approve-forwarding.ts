import { actorOf, type Ctx } from "@/lib/commands/context";
import { asPreviewed } from "@/lib/commands/notice/prepared";
import type { RequesterNotice } from "@/lib/commands/notice/requester-notice";
import { isSameDay, oweForwarding, prepareForwarding } from "@/lib/commands/request/forward";
import { type Forwarding, saveForwardingState } from "@/lib/db/forwarding";
import { bringLetterDraftBack } from "@/lib/db/letter-draft";
import { type RightsRequest, saveRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";

/** A forwarding that waits, and its locked request. */
type Waiting = { readonly request: RightsRequest; readonly forwarding: Forwarding };

/**
 * The data protection officer agrees that a request is sent on; only now the customer's letter is owed. Both letters are
 * made here again, and are those that were read.
 * @param letter the fingerprint of both
 * @throws Refused own_decision, changed_meanwhile (another letter)
 */
export async function approveForwarding(
  ctx: Ctx,
  { tx, audit }: Work,
  { request, forwarding, mail }: Waiting & { readonly mail: RequesterNotice },
  letter: string,
): Promise<void> {
  notTheirOwn(ctx, forwarding);
  const { customer, note, id } = forwarding;
  const { toCustomer, toPerson } = await prepareForwarding(request, mail, { ...customer, note }, tx);
  asPreviewed(letter, [toCustomer, toPerson], request.version);
  const now = ctx.now();
  const notice = await oweForwarding(ctx, tx, { request, mail, id, toCustomer });
  await saveForwardingState(tx, id, { state: "pending", approvedBy: actorOf(ctx), approvedAt: now });
  await saveRequest(tx, request, { state: "answer_pending" });
  const facts = { notice, sameDay: isSameDay(mail, now) };
  audit({ type: "forwarding.approved", subject: id, request: request.id, facts });
}

/**
 * They do not agree: the request is open again.
 * @param reason the commitment of the note that says why
 * @throws Refused own_decision
 */
export async function sendBackForwarding(
  ctx: Ctx,
  { tx, audit }: Work,
  { request, forwarding }: Waiting,
  reason: () => Promise<string>,
): Promise<void> {
  notTheirOwn(ctx, forwarding);
  const facts = { reason: await reason() };
  await saveForwardingState(tx, forwarding.id, { state: "sent_back" });
  await saveRequest(tx, request, { state: "open" });
  const of = { controllerId: ctx.controller.id, requestId: request.id };
  await bringLetterDraftBack(tx, { ...of, kind: "forwarding" });
  audit({ type: "forwarding.sent_back", subject: forwarding.id, request: request.id, facts });
}

function notTheirOwn(ctx: Ctx, { forwardedBy }: Forwarding): void {
  if (forwardedBy === actorOf(ctx)) throw new Refused({ code: "own_decision" });
}
