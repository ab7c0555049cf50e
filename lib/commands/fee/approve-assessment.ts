import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockForSecond } from "@/lib/commands/fee/second-person";
import { assessmentCommitment, openAssessment, settleAssessment } from "@/lib/db/assessment";
import { loadDataKey } from "@/lib/db/data-key";
import { saveRequest } from "@/lib/db/request";
import { anyDpo } from "@/lib/db/staff-role";
import { transact } from "@/lib/db/transact";
import { mayApprove } from "@/lib/domain/fee/approval";
import { Refused } from "@/lib/domain/kernel/refusal";
import { seenInput } from "@/lib/schemas/fee/assessment";
import { parse } from "@/lib/schemas/parse";

/**
 * The second person agrees with an assessment. Only now can a request be refused as unfounded or excessive, or a fee
 * be noticed; nobody who wrote in it can do this, and where the controller has the data protection officer approve, one of
 * the two is one.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state, own_assessment, needs_dpo
 */
export async function approveAssessment(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "assessment.approve");
  const input = parse(seenInput, typed);
  await transact(ctx, async ({ tx, audit }) => {
    const { request, proposed } = await lockForSecond(tx, staff, ctx, input);
    const basis = {
      when: ctx.controller.settings.dpoApproves,
      proposal: proposed.proposal,
      dpoWrote: await anyDpo(tx, ctx.controller.id, proposed.writerIds),
    };
    const agreed = mayApprove(basis, staff.roles);
    if (!agreed.ok) throw new Refused({ code: agreed.refusal });
    const handle = await loadDataKey(tx, request.dataKeyId);
    const content = openAssessment(handle, proposed);
    const now = ctx.now();
    await settleAssessment(
      tx,
      handle,
      { controllerId: ctx.controller.id, id: proposed.id },
      { state: "approved", secondId: staff.staffId, secondAt: now },
    );
    await saveRequest(tx, request, {});
    audit({
      type: "assessment.approved",
      subject: proposed.id,
      request: request.id,
      facts: {
        version: proposed.version,
        ground: proposed.ground,
        proposal: proposed.proposal,
        writers: proposed.writerIds,
        content: assessmentCommitment(handle, proposed.id, content),
      },
    });
  });
}
