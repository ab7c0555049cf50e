import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { ofRequest } from "@/lib/commands/fee/written";
import { lockDeskRequest } from "@/lib/commands/request/desk-request";
import { standingAssessment } from "@/lib/db/assessment";
import { deleteFiles, filesOfPurpose } from "@/lib/db/file";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { mayRemoveEvidence } from "@/lib/domain/fee/approval";
import { Refused } from "@/lib/domain/kernel/refusal";
import { removeEvidenceInput } from "@/lib/schemas/fee/assessment";
import { parse } from "@/lib/schemas/parse";

/**
 * Takes a file off an assessment that is still being written, by one of its writers: the file is deleted with its key
 * like every other. What was there before this version, and so was read with another, stays.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found (also a file of an earlier version, or somebody who
 *   has not written in this one), changed_meanwhile, wrong_state (it is no draft any more)
 */
export async function removeEvidence(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "assessment.write");
  const { file: id, ...input } = parse(removeEvidenceInput, typed);
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "assess");
    const of = ofRequest(request);
    const draft = await standingAssessment(of, tx);
    if (draft?.state !== "draft") throw new Refused({ code: "wrong_state", state: draft?.state ?? "none" });
    const file = (await filesOfPurpose(of, "assessment_evidence", tx)).find((each) => each.id === id);
    if (!file || !mayRemoveEvidence(draft, staff.staffId, file)) throw new Refused({ code: "not_found" });
    await deleteFiles(tx, of.controllerId, [id], ctx.now());
    await saveRequest(tx, request, {});
    audit({
      ...{ type: "file.deleted", subject: id, request: request.id },
      facts: { purpose: file.purpose, why: "taken_off" },
    });
  });
}
