import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockDeskRequest } from "@/lib/commands/request/desk-request";
import { loadDataKey } from "@/lib/db/data-key";
import { addFlag } from "@/lib/db/flag";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { parse } from "@/lib/schemas/parse";
import { flagInput } from "@/lib/schemas/request/desk";

/**
 * Remarks that a request may be manifestly unfounded or excessive (GDPR Art. 12(5)), with a reason. A flag
 * decides nothing and the requester is not told: the finding needs an assessment of its own.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state
 */
export async function flag(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.flag");
  const input = parse(flagInput, typed);
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "flag");
    const raised = await addFlag(tx, await loadDataKey(tx, request.dataKeyId), {
      controllerId: ctx.controller.id,
      requestId: request.id,
      ground: input.ground,
      reason: input.reason,
      raisedBy: staff.staffId,
      raisedAt: ctx.now(),
    });
    await saveRequest(tx, request, {});
    audit({
      type: "request.flagged",
      subject: raised.id,
      request: request.id,
      facts: { ground: input.ground, reason: raised.commit },
    });
  });
}
