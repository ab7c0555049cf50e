import { recompute } from "@/lib/commands/clock/recompute";
import { dropPending } from "@/lib/commands/clock/resume";
import type { Ctx } from "@/lib/commands/context";
import { oweLifting } from "@/lib/commands/decision/owe-lifting";
import { closeFee } from "@/lib/commands/fee/close-fee";
import { endIdentityEvidence } from "@/lib/commands/identity/end-evidence";
import { saveDecisionState, standingDecision } from "@/lib/db/decision";
import { closeOpenChecks } from "@/lib/db/identity-check";
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
  const of = { controllerId: ctx.controller.id, requestId: request.id };
  await closeOpenChecks(tx, of, "ended", now, by);
  await endIdentityEvidence({ tx, audit }, { ...of, at: now, why: "request_ended" });
  await dropWaiting(ctx, work, request.id);
  // A notice about the clock that has not left would speak of a request that is over.
  await dropPending(ctx, work, request, () => true, true);
  const dates = await recompute(ctx, tx, request, { type: "withdrawn", occurredAt: at, recordedBy: by });
  const ended = { state: "closed", outcome: "withdrawn", closedAt: at, waitingSince: null } as const;
  await saveRequest(tx, request, { ...dates, ...ended });
  await closeFee(ctx, work, request);
  audit({ type: "request.withdrawn", request: request.id, facts: { at: at.toISOString() } });
  await oweLifting(ctx, work, request);
}

/** An answer that waits for approval has left nobody's desk: with the request it is taken back. */
async function dropWaiting(ctx: Ctx, { tx, audit }: Work, requestId: string): Promise<void> {
  const decision = await standingDecision(ctx.controller.id, requestId, tx);
  if (decision?.state !== "awaiting_approval") return;
  await saveDecisionState(tx, decision.id, { state: "recalled" });
  audit({ type: "decision.recalled", subject: decision.id, request: requestId });
}
