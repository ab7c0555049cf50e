import { createHash } from "node:crypto";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { sameFinding, sameGrounds } from "@/lib/commands/decision/decide";
import { oweAnswer } from "@/lib/commands/decision/owe-answer";
import { mayLeave } from "@/lib/commands/delivery/may-leave";
import { type RequesterNotice, requesterNotice } from "@/lib/commands/notice/requester-notice";
import { approveForwarding, sendBackForwarding } from "@/lib/commands/request/approve-forwarding";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { approvedFindingOf } from "@/lib/db/assessment";
import type { Tx } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import {
  type Decision,
  openAnswer,
  openLetter,
  saveDecisionState,
  standingDecision,
} from "@/lib/db/decision";
import { lockFiling } from "@/lib/db/filing";
import { waitingForwarding } from "@/lib/db/forwarding";
import { type RightsRequest, saveRequest } from "@/lib/db/request";
import { addMessage } from "@/lib/db/thread";
import { transact, type Work } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { approveInput, sendBackInput } from "@/lib/schemas/decision/approval";
import { parse } from "@/lib/schemas/parse";

/**
 * The data protection officer agrees to what waits for it, an answer or that a request is sent on; only now its notice is
 * owed. The letter that was read is the letter that leaves, and the release gate is asked anew. Nobody approves what they
 * decided themselves.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile (also another letter), wrong_state,
 *   own_decision, address_not_confirmed, not_releasable, no_approved_finding
 */
export async function approveDecision(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "decision.approve");
  const input = parse(approveInput, typed);
  const mail = await requesterNotice(await deskRequest(staff, ctx, input.reference), ctx);
  await transact(ctx, async (work) => {
    const request = await lockDeskRequest(work.tx, staff, ctx, input, "approve");
    const forwarding = await waitingForwarding(work.tx, request);
    if (forwarding) return approveForwarding(ctx, work, { request, forwarding, mail }, input.letter);
    await approveAnswer(ctx, work, { request, mail }, input.letter);
  });
}

async function approveAnswer(
  ctx: Ctx,
  work: Work,
  { request, mail }: { readonly request: RightsRequest; readonly mail: RequesterNotice },
  read: string,
): Promise<void> {
  const { tx, audit } = work;
  const filing = await lockFiling(tx, ctx.controller.id, request.filingId);
  const decision = await waitingDecision(ctx, tx, request);
  if (!filing) throw new Refused({ code: "wrong_state", state: request.state });
  const handle = await loadDataKey(tx, request.dataKeyId);
  const letter = openLetter(handle, decision);
  const answer = openAnswer(handle, decision);
  const stale = filing.confirmedAt !== null && decision.outcome === "address_not_confirmed";
  if (stale || letterFingerprint(letter) !== read) {
    throw new Refused({ code: "changed_meanwhile", version: request.version, changed: ["letter"] });
  }
  const of = { controllerId: ctx.controller.id, requestId: request.id };
  await sameFinding(tx, request, answer, await approvedFindingOf(handle, of, tx));
  await sameGrounds(ctx, tx, { request, filing, answer });
  await mayLeave(filing, request.id, answer, tx);
  const noticeId = await oweAnswer(ctx, work, request, mail, { outcome: decision.outcome, letter });
  const approval = { approvedBy: actorOf(ctx), approvedAt: ctx.now() };
  await saveDecisionState(tx, decision.id, { state: "pending", noticeId, ...approval });
  await saveRequest(tx, request, { state: "answer_pending" });
  const facts = { outcome: decision.outcome, notice: noticeId };
  audit({ type: "decision.approved", subject: decision.id, request: request.id, facts });
}

/** What stands for a letter: SHA-256 of it, as the preview of an answer makes it. */
function letterFingerprint(letter: object): string {
  return createHash("sha256").update(JSON.stringify(letter)).digest("hex");
}

/**
 * The data protection officer does not agree: what waited goes back, with the reason as a note in the thread, and the
 * request is open again.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state, own_decision
 */
export async function sendBack(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "decision.approve");
  const input = parse(sendBackInput, typed);
  await transact(ctx, async (work) => {
    const { tx, audit } = work;
    const request = await lockDeskRequest(tx, staff, ctx, input, "approve");
    const noted = async () => {
      const { commit } = await addMessage(tx, await loadDataKey(tx, request.dataKeyId), {
        ...{ controllerId: ctx.controller.id, requestId: request.id, kind: "note" },
        ...{ author: actorOf(ctx), text: input.text, at: ctx.now() },
      });
      return commit;
    };
    const forwarding = await waitingForwarding(tx, request);
    if (forwarding) return sendBackForwarding(ctx, work, { request, forwarding }, noted);
    const decision = await waitingDecision(ctx, tx, request);
    const facts = { reason: await noted() };
    await saveDecisionState(tx, decision.id, { state: "sent_back" });
    await saveRequest(tx, request, { state: "open" });
    audit({ type: "decision.sent_back", subject: decision.id, request: request.id, facts });
  });
}

/** The decision that waits, for somebody else than who made it. @throws Refused wrong_state, own_decision */
async function waitingDecision(ctx: Ctx, tx: Tx, request: RightsRequest): Promise<Decision> {
  const decision = await standingDecision(ctx.controller.id, request.id, tx);
  if (decision?.state !== "awaiting_approval") {
    throw new Refused({ code: "wrong_state", state: request.state });
  }
  if (decision.decidedBy === actorOf(ctx)) throw new Refused({ code: "own_decision" });
  return decision;
}
