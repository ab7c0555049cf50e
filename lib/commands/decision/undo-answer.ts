import type { Ctx } from "@/lib/commands/context";
import { decisionOfNotice, saveDecisionState } from "@/lib/db/decision";
import type { Notice } from "@/lib/db/notice";
import type { RequestChange, RightsRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";

/** What goes back with a letter: returns how the request changes. */
export type Undo = (
  ctx: Ctx,
  work: Work,
  of: { readonly request: RightsRequest; readonly notice: Notice },
) => Promise<RequestChange>;

/** The decision that an answer's notice carries is recalled, and the request is open again. */
export const undoAnswer: Undo = async (ctx, { tx, audit }, { request, notice }) => {
  const decision = await decisionOfNotice(ctx.controller.id, notice.id, tx);
  if (decision?.state !== "pending") throw new Refused({ code: "wrong_state", state: "sending" });
  await saveDecisionState(tx, decision.id, { state: "recalled" });
  audit({ type: "decision.recalled", subject: decision.id, request: request.id });
  return { state: "open" };
};
