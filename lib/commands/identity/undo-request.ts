import { actorOf } from "@/lib/commands/context";
import type { Undo } from "@/lib/commands/decision/undo-answer";
import { endIdentityEvidence } from "@/lib/commands/identity/end-evidence";
import { closeOpenChecks } from "@/lib/db/identity-check";

/** Proof was never asked for: nobody waits for it, and the release gate knows of no demand. */
export const undoIdentityRequest: Undo = async (ctx, work, { request }) => {
  const of = { controllerId: ctx.controller.id, requestId: request.id };
  const at = ctx.now();
  await closeOpenChecks(work.tx, of, "void", at, actorOf(ctx));
  await endIdentityEvidence(work, { ...of, at, why: "request_ended" });
  return { waitingSince: null };
};
