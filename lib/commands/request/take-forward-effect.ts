import { recompute } from "@/lib/commands/clock/recompute";
import { actorOf, type Ctx } from "@/lib/commands/context";
import { oweLifting } from "@/lib/commands/decision/owe-lifting";
import { forwardedTo, markForwarded } from "@/lib/db/forwarding";
import type { Notice } from "@/lib/db/notice";
import { lockRequestById, saveRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";

/**
 * The customer-controller got the request: it ends at this desk. Until then it is open here, so that a letter that
 * does not arrive cannot lose it. Does nothing for any other notice.
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
  const dates = await recompute(ctx, tx, request, {
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
    facts: { at: at.toISOString() },
  });
  await oweLifting(ctx, { tx, audit }, request);
}
