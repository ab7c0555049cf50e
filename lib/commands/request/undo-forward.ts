import type { Undo } from "@/lib/commands/decision/undo-answer";
import { markForwardingRecalled } from "@/lib/db/forwarding";

/**
 * The customer's letter was taken back, or did not arrive: the forwarding never happens, nobody else was told of it, and
 * the request is open again.
 */
export const undoForward: Undo = async (ctx, { tx }, { request }) => {
  await markForwardingRecalled(tx, ctx.controller.id, request.id);
  return { state: "open" };
};
