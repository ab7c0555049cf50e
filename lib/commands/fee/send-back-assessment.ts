import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockForSecond } from "@/lib/commands/fee/second-person";
import { settleAssessment } from "@/lib/db/assessment";
import { loadDataKey } from "@/lib/db/data-key";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { reasonInput } from "@/lib/schemas/fee/assessment";
import { parse } from "@/lib/schemas/parse";

/**
 * The second person sends an assessment back, with a reason. It stays as it was; a new version goes on from it.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state, own_assessment
 */
export async function sendBackAssessment(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "assessment.approve");
  const { reason, ...input } = parse(reasonInput, typed);
  await transact(ctx, async ({ tx, audit }) => {
    const { request, proposed } = await lockForSecond(tx, staff, ctx, input);
    const handle = await loadDataKey(tx, request.dataKeyId);
    const commit = await settleAssessment(
      tx,
      handle,
      { controllerId: ctx.controller.id, id: proposed.id },
      { state: "sent_back", secondId: staff.staffId, secondAt: ctx.now(), reason },
    );
    await saveRequest(tx, request, {});
    audit({
      type: "assessment.sent_back",
      subject: proposed.id,
      request: request.id,
      facts: { version: proposed.version, reason: commit },
    });
  });
}
