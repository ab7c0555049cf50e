import type { Undo } from "@/lib/commands/decision/undo-answer";
import { directOfNotice, settleDirect } from "@/lib/db/authority-check";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * The mail to the person was taken back: whoever filed for them is answered as before, by the finding that stood.
 * @throws Refused wrong_state
 */
export const undoDirect: Undo = async (ctx, { tx, audit }, { request, notice }) => {
  const check = await directOfNotice(tx, ctx.controller.id, notice.id);
  if (!check) throw new Refused({ code: "wrong_state", state: notice.state });
  await settleDirect(tx, check.id, "withdrawn");
  audit({ type: "authority.direct_undone", subject: check.id, request: request.id });
  return {};
};
