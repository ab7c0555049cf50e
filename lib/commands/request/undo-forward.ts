import { type Undo, undoesApproval } from "@/lib/commands/decision/undo-answer";
import { forwardedTo, saveForwardingState } from "@/lib/db/forwarding";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * The customer's letter was taken back, or did not arrive: the forwarding never happens, nobody else was told of it, and
 * the request is open again. Whoever may approve takes back what was approved: it waits for approval again.
 * @throws Refused wrong_state
 */
export const undoForward: Undo = async (ctx, { tx, audit }, { request, notice }) => {
  const { forwardingId } = notice;
  const forwarding = forwardingId ? await forwardedTo(tx, ctx.controller.id, forwardingId) : null;
  if (forwarding?.state !== "pending") {
    throw new Refused({ code: "wrong_state", state: request.state });
  }
  const of = { subject: forwarding.id, request: request.id };
  if (undoesApproval(ctx, forwarding)) {
    const nobody = { approvedBy: null, approvedAt: null };
    await saveForwardingState(tx, forwarding.id, { state: "awaiting_approval", ...nobody });
    audit({ type: "forwarding.approval_undone", ...of });
    return { state: "awaiting_approval" };
  }
  await saveForwardingState(tx, forwarding.id, { state: "recalled" });
  audit({ type: "forwarding.recalled", ...of });
  return { state: "open" };
};
