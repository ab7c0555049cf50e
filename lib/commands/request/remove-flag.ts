import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockDeskRequest } from "@/lib/commands/request/desk-request";
import { takeFlagAway } from "@/lib/db/flag";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { parse } from "@/lib/schemas/parse";
import { removeFlagInput } from "@/lib/schemas/request/desk";

/**
 * Takes a flag away; that it was there stays in the history.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state
 */
export async function removeFlag(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.flag");
  const input = parse(removeFlagInput, typed);
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "flag");
    const of = { controllerId: ctx.controller.id, requestId: request.id, id: input.flagId };
    if (!(await takeFlagAway(tx, of, staff.staffId, ctx.now()))) throw new Refused({ code: "not_found" });
    await saveRequest(tx, request, {});
    audit({ type: "request.flag_removed", subject: input.flagId, request: request.id });
  });
}
