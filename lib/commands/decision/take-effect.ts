import { recompute } from "@/lib/commands/clock/recompute";
import type { Ctx } from "@/lib/commands/context";
import { actorOf } from "@/lib/commands/context";
import { makeFollowUps } from "@/lib/commands/decision/follow-up";
import { endRequest } from "@/lib/commands/request/end-request";
import type { Tx } from "@/lib/db/client";
import { type Decision, decisionOfNotice, saveDecisionState } from "@/lib/db/decision";
import { filingById } from "@/lib/db/filing";
import { type RightsRequest, requestById, saveRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { isLate } from "@/lib/domain/decision/late";

/**
 * The answer's notice was accepted: the decision takes effect, the clock stops, the request is closed
 * (GDPR Art. 12(3)-(4): what counts is the information given, not the resolve to give it). Runs in the
 * transaction that records the acceptance, and makes the tasks that follow. That an address was never confirmed closes
 * nothing if it was confirmed while its notice was on the way. Does nothing for a notice that carries no decision.
 * @param now when it was accepted; for a letter when it was posted
 */
export async function takeEffect(
  ctx: Ctx,
  { tx, audit }: Work,
  noticeId: string,
  now = ctx.now(),
): Promise<void> {
  const decision = await decisionOfNotice(ctx.controller.id, noticeId, tx);
  if (decision?.state !== "pending") return;
  const request = await requestById(ctx.controller.id, decision.requestId, tx);
  const filing = request && (await filingById(ctx.controller.id, request.filingId, tx));
  if (!request || !filing) return;
  if (await wasConfirmed(tx, decision, request)) {
    await saveDecisionState(tx, decision.id, { state: "recalled" });
    await saveRequest(tx, request, { state: "open" });
    audit({ type: "decision.recalled", subject: decision.id, request: request.id });
    return;
  }
  // The law asks when the person was told, and not when it was decided.
  const on = localDate(now.toISOString(), filing.zone);
  await saveDecisionState(tx, decision.id, { state: "effective", effectiveAt: now });
  const dates = await recompute(ctx, { tx, audit }, request, {
    type: "decided",
    occurredAt: now,
    recordedBy: actorOf(ctx),
  });
  await saveRequest(tx, request, {
    state: "closed",
    outcome: decision.outcome,
    closedAt: now,
    waitingSince: null,
    ...dates,
  });
  audit({
    type: "decision.effective",
    subject: decision.id,
    request: request.id,
    facts: { outcome: decision.outcome, at: now.toISOString(), late: isLate(decision.outcome, on, request) },
  });
  await makeFollowUps(ctx, { tx, audit }, request, decision);
  await endRequest(ctx, { tx, audit }, request, { at: now, unmet: "failed", by: actorOf(ctx) });
}

/** A closing as never confirmed, of an address that has been confirmed since. */
async function wasConfirmed(tx: Tx, decision: Decision, request: RightsRequest): Promise<boolean> {
  if (decision.outcome !== "address_not_confirmed") return false;
  const filing = await filingById(request.controllerId, request.filingId, tx);
  return filing !== null && filing.confirmedAt !== null;
}
