import { refold } from "@/lib/commands/clock/recompute";
import type { Undo } from "@/lib/commands/decision/undo-answer";
import { voidReopened } from "@/lib/db/clock";
import { toDateOrNull } from "@/lib/db/dates";
import { saveDecisionState } from "@/lib/db/decision";
import { markForwardingStanding } from "@/lib/db/forwarding";
import { markReopeningTakenBack, reopeningOfNotice } from "@/lib/db/reopening";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * The request was never opened again: closed as it was, with the answer and the date that stood. A stop that reopening
 * made due stays due, because the right that it serves is absolute (GDPR Art. 7(3), 21(3)).
 */
export const undoReopening: Undo = async (ctx, { tx }, { request, notice }) => {
  const { id: controllerId } = ctx.controller;
  const reopening = await reopeningOfNotice(tx, controllerId, notice.id);
  if (!reopening || request.state !== "open")
    throw new Refused({ code: "wrong_state", state: request.state });
  const { decisionId, before } = reopening;
  await markReopeningTakenBack(tx, reopening.id, ctx.now());
  if (decisionId) await saveDecisionState(tx, decisionId, { state: "effective", supersededAt: null });
  if (before.outcome === "forwarded") await markForwardingStanding(tx, controllerId, request.id);
  await voidReopened(tx, { controllerId, requestId: request.id }, reopening.reachedAt);
  const { dates } = await refold(ctx, tx, request);
  const { outcome, closedAt } = before;
  const promisedOn = toDateOrNull(before.promisedOn);
  return { ...dates, promisedOn, state: "closed", outcome, closedAt, waitingSince: null, repliedAt: null };
};
