import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { takeBack } from "@/lib/commands/notice/take-back";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { lockNotice } from "@/lib/db/notice";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { parse } from "@/lib/schemas/parse";
import { undoSendInput } from "@/lib/schemas/request/desk";

/**
 * Takes any letter of the staff about a request back before it left ("undo send").
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state (it is being
 *   sent, or has arrived, or is none that staff sent)
 */
export async function undoSend(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "notice.undo");
  const input = parse(undoSendInput, typed);
  const { id } = await deskRequest(staff, ctx, input.reference);
  await transact(ctx, async ({ tx, audit }) => {
    const notice = await lockNotice(tx, input.noticeId);
    const request = await lockDeskRequest(tx, staff, ctx, input, "undo");
    if (notice?.controllerId !== ctx.controller.id || notice.requestId !== id) {
      throw new Refused({ code: "not_found" });
    }
    await takeBack(ctx, { tx, audit }, request, notice);
  });
}
