import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { assessable, feePossible, isFirst, ofRequest } from "@/lib/commands/fee/written";
import { keepUploads } from "@/lib/commands/intake/keep-uploads";
import type { Upload } from "@/lib/commands/intake/receive-upload";
import { deskRequest, lockDeskRequest } from "@/lib/commands/request/desk-request";
import { assessmentsOf, writeAssessment } from "@/lib/db/assessment";
import { loadDataKey } from "@/lib/db/data-key";
import { saveRequest } from "@/lib/db/request";
import { quietly, transact, type Work } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { assessmentInput } from "@/lib/schemas/fee/assessment";
import { parse } from "@/lib/schemas/parse";

/**
 * Keeps an assessment in the making, sealed. Whoever saves it has written in it, and cannot be its second person.
 * A version that goes on from one that was sent back carries the writers of that one, whose words are in it.
 * Nothing is found yet, and nothing is written into the log but the files that came along as evidence.
 * @returns the version of the request now
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state (it waits for its
 *   second person, or is approved)
 */
export async function saveAssessment(
  ctx: Ctx,
  typed: unknown,
  files: readonly Upload[] = [],
): Promise<{ readonly version: number }> {
  const staff = authoriseStaff(ctx, "assessment.write");
  const { reference, version, seen, ...written } = parse(assessmentInput, typed);
  const asSeen = await deskRequest(staff, ctx, reference);
  assessable(asSeen);
  const content = { ...written, first: await isFirst(asSeen), feePossible: feePossible(ctx, asSeen) };
  if (content.proposal === "fee" && !content.feePossible) throw new Refused({ code: "not_found" });
  const keep = async (work: Work) => {
    const { tx } = work;
    const request = await lockDeskRequest(tx, staff, ctx, { reference, version, seen }, "assess");
    const all = await assessmentsOf(ofRequest(request), tx);
    const last = all.at(-1);
    if (last?.state === "proposed" || last?.state === "approved") {
      throw new Refused({ code: "wrong_state", state: last.state });
    }
    const draft = last?.state === "draft" ? last : null;
    const before = draft ?? (last?.state === "sent_back" ? last : null);
    await writeAssessment(tx, await loadDataKey(tx, request.dataKeyId), ofRequest(request), {
      draft,
      version: draft?.version ?? (last?.version ?? 0) + 1,
      content,
      writerIds: [...(before?.writerIds ?? []), staff.staffId],
      at: ctx.now(),
    });
    const evidence = { requestId: request.id, purpose: "assessment_evidence" } as const;
    await keepUploads(ctx, work, files, evidence, request.id);
    await saveRequest(tx, request, {});
  };
  await (files.length > 0 ? transact(ctx, keep) : quietly((tx) => keep({ tx, audit: () => undefined })));
  return { version: version + 1 };
}
