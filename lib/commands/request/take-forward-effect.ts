import { TEMPLATE } from "@/emails/forwarded";
import { recompute } from "@/lib/commands/clock/recompute";
import { actorOf, type Ctx } from "@/lib/commands/context";
import { requesterNotice } from "@/lib/commands/notice/requester-notice";
import { endRequest } from "@/lib/commands/request/end-request";
import { prepareForwarded } from "@/lib/commands/request/forwarded-notice";
import type { Tx } from "@/lib/db/client";
import { forwardedTo, markForwarded } from "@/lib/db/forwarding";
import { saveLink } from "@/lib/db/link";
import { type Notice, oweNotice } from "@/lib/db/notice";
import { lockRequestById, type RightsRequest, saveRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import type { Customer } from "@/lib/domain/request/forwarding";

/**
 * The customer-controller got the request: it ends at this desk, and the person is told so. Until then it is open
 * here and they were told nothing, so that a letter that does not arrive cannot lose it. Does nothing for any other
 * notice.
 * @param at when the customer's letter was accepted; for a letter when it was posted
 */
export async function takeForwardEffect(
  ctx: Ctx,
  { tx, audit }: Work,
  { forwardingId }: Notice,
  at: Date,
): Promise<void> {
  if (!forwardingId) return;
  const forwarding = await forwardedTo(tx, ctx.controller.id, forwardingId);
  const request = await lockRequestById(tx, ctx.controller.id, forwarding.requestId);
  if (!request || forwarding.state !== "pending") return;
  await markForwarded(tx, forwarding.id, at);
  await endRequest(ctx, { tx, audit }, request, { at, unmet: "ended", by: actorOf(ctx) });
  const dates = await recompute(ctx, { tx, audit }, request, {
    type: "decided",
    occurredAt: at,
    recordedBy: actorOf(ctx),
  });
  await saveRequest(tx, request, {
    ...dates,
    state: "closed",
    outcome: "forwarded",
    closedAt: at,
    waitingSince: null,
  });
  audit({
    type: "request.forwarded",
    subject: forwarding.id,
    request: request.id,
    facts: { at: at.toISOString(), told: await tellPerson(ctx, tx, request, forwarding.customer) },
  });
}

async function tellPerson(ctx: Ctx, tx: Tx, request: RightsRequest, customer: Customer): Promise<string> {
  const mail = await requesterNotice(request, ctx, tx);
  const { content, letter } = await prepareForwarded(request, mail, customer, tx);
  const of = { controllerId: ctx.controller.id, filingId: request.filingId };
  await saveLink(tx, mail.link, of);
  return oweNotice(tx, {
    ...mail.hold,
    controllerId: of.controllerId,
    requestId: request.id,
    to: { filingId: of.filingId },
    kind: "forwarded",
    template: TEMPLATE,
    content,
    ...(letter ? { letter } : {}),
    at: ctx.now(),
    dataKey: mail.dataKey,
  });
}
