import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { assessable, feePossible, isFirst, ofRequest } from "@/lib/commands/fee/written";
import { lockDeskRequest } from "@/lib/commands/request/desk-request";
import {
  assessmentCommitment,
  openAssessment,
  settleAssessment,
  standingAssessment,
  writeAssessment,
} from "@/lib/db/assessment";
import { loadDataKey } from "@/lib/db/data-key";
import { filesOfPurpose } from "@/lib/db/file";
import { saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { completeAssessment } from "@/lib/domain/fee/assessment";
import { Refused } from "@/lib/domain/kernel/refusal";
import { seenInput } from "@/lib/schemas/fee/assessment";
import { parse } from "@/lib/schemas/parse";

/**
 * Gives an assessment to a second person. From now on its words stand; it binds nobody until that person approves.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state, own_assessment
 *   (somebody else wrote it), assessment_incomplete
 */
export async function proposeAssessment(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "assessment.write");
  const input = parse(seenInput, typed);
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "assess");
    assessable(request);
    const of = ofRequest(request);
    const draft = await standingAssessment(of, tx);
    if (draft?.state !== "draft") throw new Refused({ code: "wrong_state", state: draft?.state ?? "none" });
    const handle = await loadDataKey(tx, request.dataKeyId);
    const { writerIds, version } = draft;
    // What was asked before is looked at again: the person may have asked, or staff linked, in the meantime.
    const possible = feePossible(ctx, request);
    const content = {
      ...openAssessment(handle, draft),
      first: await isFirst(request),
      feePossible: possible,
    };
    if (content.proposal === "fee" && !possible) throw new Refused({ code: "not_found" });
    const complete = completeAssessment(content, content);
    if (!complete.ok) throw new Refused({ code: "assessment_incomplete", missing: complete.refusal });
    const files = await filesOfPurpose(of, "assessment_evidence", tx);
    const now = ctx.now();
    const writers = [...writerIds, staff.staffId];
    await writeAssessment(tx, handle, of, { draft, version, content, writerIds: writers, at: now });
    await settleAssessment(
      tx,
      handle,
      { controllerId: of.controllerId, id: draft.id },
      { state: "proposed", proposedBy: staff.staffId, proposedAt: now },
    );
    await saveRequest(tx, request, {});
    audit({
      type: "assessment.proposed",
      subject: draft.id,
      request: request.id,
      facts: {
        version,
        ground: content.ground,
        proposal: content.proposal,
        sign: content.sign,
        evidence: content.evidence.length,
        files: files.length,
        content: assessmentCommitment(handle, draft.id, content),
      },
    });
  });
}
