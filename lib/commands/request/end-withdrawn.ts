import { recompute } from "@/lib/commands/clock/recompute";
import type { Ctx } from "@/lib/commands/context";
import { endRequest } from "@/lib/commands/request/end-request";
import { saveDecisionState, standingDecision } from "@/lib/db/decision";
import { saveForwardingState, waitingForwarding } from "@/lib/db/forwarding";
import { type RightsRequest, saveRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";

/**
 * Ends a locked request because its requester took it back, however they said so.
 * @param of.at when they did
 * @param of.by who did it here: the requester, or whoever wrote it down
 */
export async function endWithdrawn(
  ctx: Ctx,
  work: Work,
  request: RightsRequest,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  const { tx, audit } = work;
  const now = ctx.now();
  await dropWaiting(ctx, work, request);
  await endRequest(ctx, work, request, { at: now, unmet: "ended", by });
  const dates = await recompute(ctx, work, request, { type: "withdrawn", occurredAt: at, recordedBy: by });
  const ended = { state: "closed", outcome: "withdrawn", closedAt: at, waitingSince: null } as const;
  await saveRequest(tx, request, { ...dates, ...ended });
  audit({ type: "request.withdrawn", request: request.id, facts: { at: at.toISOString() } });
}

/** What waits for approval has left nobody's desk: with the request it is taken back. */
async function dropWaiting(ctx: Ctx, { tx, audit }: Work, request: RightsRequest): Promise<void> {
  const forwarding = await waitingForwarding(tx, request);
  if (forwarding) {
    await saveForwardingState(tx, forwarding.id, { state: "recalled" });
    audit({ type: "forwarding.recalled", subject: forwarding.id, request: request.id });
  }
  const decision = await standingDecision(ctx.controller.id, request.id, tx);
  if (decision?.state !== "awaiting_approval") return;
  await saveDecisionState(tx, decision.id, { state: "recalled" });
  audit({ type: "decision.recalled", subject: decision.id, request: request.id });
}
