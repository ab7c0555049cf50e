import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { takeBack } from "@/lib/commands/notice/take-back";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { db } from "@/lib/db/client";
import { saveDecisionState, standingDecision } from "@/lib/db/decision";
import { saveForwardingState, waitingForwarding } from "@/lib/db/forwarding";
import { bringLetterDraftBack } from "@/lib/db/letter-draft";
import { lockNotice } from "@/lib/db/notice";
import { type RightsRequest, saveRequest } from "@/lib/db/request";
import { transact, type Work } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { parse } from "@/lib/schemas/parse";
import { recallInput } from "@/lib/schemas/request/desk";

/**
 * Takes an answer back before its notice was accepted, or what waits for approval, an answer or that a request is sent
 * on, by who may send such: nothing is sent, and the request is open again.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state (it is
 *   being sent, or has arrived)
 */
export async function recall(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "notice.undo");
  const input = parse(recallInput, typed);
  const asSeen = await deskRequest(staff, ctx, input.reference);
  const sends = (waits: object | null) => authoriseStaff(ctx, waits ? "request.forward" : "answer.send");
  sends(await waitingForwarding(db(), asSeen));
  await transact(ctx, async (work) => {
    const seen = await standingDecision(ctx.controller.id, asSeen.id, work.tx);
    const notice = seen?.noticeId ? await lockNotice(work.tx, seen.noticeId) : null;
    const request = await lockDeskRequest(work.tx, staff, ctx, input, "recall");
    const forwarding = await waitingForwarding(work.tx, request);
    sends(forwarding);
    if (forwarding) return recallForwarding(work, request, forwarding.id);
    if (notice) return takeBack(ctx, work, request, notice);
    const decision = await standingDecision(ctx.controller.id, asSeen.id, work.tx);
    if (decision?.state !== "awaiting_approval") throw new Refused({ code: "wrong_state", state: "sending" });
    await saveDecisionState(work.tx, decision.id, { state: "recalled" });
    await saveRequest(work.tx, request, { state: "open" });
    work.audit({ type: "decision.recalled", subject: decision.id, request: request.id });
  });
}

async function recallForwarding({ tx, audit }: Work, request: RightsRequest, id: string): Promise<void> {
  const ofRequest = { controllerId: request.controllerId, requestId: request.id };
  await saveForwardingState(tx, id, { state: "recalled" });
  await saveRequest(tx, request, { state: "open" });
  await bringLetterDraftBack(tx, { ...ofRequest, kind: "forwarding" });
  audit({ type: "forwarding.recalled", subject: id, request: request.id });
}
