import type { Ctx } from "@/lib/commands/context";
import { type Decision, saveDecisionState, standingDecision } from "@/lib/db/decision";
import { lockNotice, type Notice, recallNotice } from "@/lib/db/notice";
import { lockRequestById, type RightsRequest, requestsOfFiling, saveRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";

type Closing = {
  readonly request: RightsRequest;
  readonly decision: Decision;
  readonly notice: Notice | null;
};

/**
 * Takes the requests of a filing that are being closed because its address was never confirmed, with their notices,
 * until commit: in the order of their ids, as everybody takes several, and before the filing itself, as whoever decides
 * does.
 */
export async function lockClosings(ctx: Ctx, { tx }: Work, filingId: string): Promise<readonly Closing[]> {
  const { id: controllerId } = ctx.controller;
  const closings: Closing[] = [];
  const requests = await requestsOfFiling(controllerId, filingId, tx);
  for (const { id } of requests.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const seen = await standingDecision(controllerId, id, tx);
    if (!seen || !isClosing(seen)) continue;
    const notice = seen.noticeId ? await lockNotice(tx, seen.noticeId) : null;
    const request = await lockRequestById(tx, controllerId, id);
    const decision = await standingDecision(controllerId, id, tx);
    if (request && decision?.id === seen.id && isClosing(decision))
      closings.push({ request, decision, notice });
  }
  return closings;
}

function isClosing({ outcome, state }: Decision): boolean {
  return outcome === "address_not_confirmed" && (state === "pending" || state === "awaiting_approval");
}

/**
 * The address was confirmed: what was to tell its owner that it never was does not leave, and the request is open. A
 * notice that is on its way takes no effect when it arrives (lib/commands/decision/take-effect.ts).
 */
export async function recallClosings({ tx, audit }: Work, closings: readonly Closing[]): Promise<void> {
  for (const { request, decision, notice } of closings) {
    if (notice && !(await recallNotice(tx, notice.id))) continue;
    await saveDecisionState(tx, decision.id, { state: "recalled" });
    await saveRequest(tx, request, { state: "open" });
    const facts = { kind: "closed_unconfirmed" };
    if (notice) audit({ type: "notice.recalled", subject: notice.id, request: request.id, facts });
    audit({ type: "decision.recalled", subject: decision.id, request: request.id });
  }
}
