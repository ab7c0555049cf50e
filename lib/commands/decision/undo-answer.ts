import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { decisionOfNotice, saveDecisionState } from "@/lib/db/decision";
import type { Notice } from "@/lib/db/notice";
import type { RequestChange, RightsRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import { may } from "@/lib/domain/access/access";
import { Refused } from "@/lib/domain/kernel/refusal";

/** What goes back with a letter: returns how the request changes. */
export type Undo = (
  ctx: Ctx,
  work: Work,
  of: { readonly request: RightsRequest; readonly notice: Notice },
) => Promise<RequestChange>;

/**
 * The decision that an answer's notice carries is recalled, and the request is open again. Whoever may approve answers
 * takes back what was approved: it waits for approval again. The worker does where the person is answered themselves.
 * @throws Refused not_allowed (neither), wrong_state
 */
export const undoAnswer: Undo = async (ctx, { tx, audit }, { request, notice }) => {
  const decision = await decisionOfNotice(ctx.controller.id, notice.id, tx);
  if (decision?.state !== "pending") throw new Refused({ code: "wrong_state", state: "sending" });
  if (undoesApproval(ctx, decision)) {
    const nobody = { noticeId: null, approvedBy: null, approvedAt: null };
    await saveDecisionState(tx, decision.id, { state: "awaiting_approval", ...nobody });
    audit({ type: "decision.approval_undone", subject: decision.id, request: request.id });
    return { state: "awaiting_approval" };
  }
  if (ctx.actor.kind !== "system") authoriseStaff(ctx, "answer.send");
  await saveDecisionState(tx, decision.id, { state: "recalled" });
  audit({ type: "decision.recalled", subject: decision.id, request: request.id });
  return { state: "open" };
};

/** Whether who takes a letter back undoes its approval: their own, or somebody's where they may not send answers themselves. */
export function undoesApproval(ctx: Ctx, { approvedBy }: { readonly approvedBy: string | null }): boolean {
  if (approvedBy === null || ctx.actor.kind !== "staff") return false;
  const { roles } = ctx.actor;
  return may(roles, "decision.approve") && (approvedBy === actorOf(ctx) || !may(roles, "answer.send"));
}
