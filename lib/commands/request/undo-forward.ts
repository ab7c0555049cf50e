import type { Undo } from "@/lib/commands/decision/undo-answer";
import { markForwardingRecalled } from "@/lib/db/forwarding";
import { noticesOfFiling, recallNotice } from "@/lib/db/notice";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * Takes a forwarding back as a whole before its letters have left: the one to the customer and the one to the person
 * go back together, or neither does. The request is open again.
 */
export const undoForward: Undo = async (ctx, { tx }, { request, notice }) => {
  const all = await noticesOfFiling(ctx.controller.id, request.filingId, tx);
  const others = all.filter(
    (other) =>
      other.id !== notice.id &&
      other.requestId === request.id &&
      (other.kind === "forwarded" || other.kind === "forwarded_to_customer") &&
      other.state !== "recalled",
  );
  for (const other of others) {
    if (!(await recallNotice(tx, other.id))) throw new Refused({ code: "wrong_state", state: "sending" });
  }
  await markForwardingRecalled(tx, ctx.controller.id, request.id);
  return { state: "open" };
};
