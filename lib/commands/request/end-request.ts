import { dropPending } from "@/lib/commands/clock/resume";
import type { Ctx } from "@/lib/commands/context";
import { endMeanwhile } from "@/lib/commands/decision/end-meanwhile";
import { oweLifting } from "@/lib/commands/decision/owe-lifting";
import { closeFee } from "@/lib/commands/fee/close-fee";
import { endAuthorityEvidence, endIdentityEvidence } from "@/lib/commands/identity/end-evidence";
import { lockFiling } from "@/lib/db/filing";
import { closeOpenChecks, newestCheck } from "@/lib/db/identity-check";
import { noticeById, recallNoticesOf } from "@/lib/db/notice";
import { type RightsRequest, requestsOfFiling } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import { ENDING_KINDS } from "@/lib/domain/notice/kinds";

/**
 * What ends with a locked request, whichever way it ends: a fee that nobody paid, questions and letters about its time
 * that have not left, a demand for proof that nobody met, with the evidence, with the last request of a filing what was
 * shown of the authority to act for another, and a restriction for as long as it was
 * examined: lifted by a notice where it is in force, ended undone where nobody recorded it. A demand that reached its
 * person ends as not met: if the request is opened again the doubt is there as it was, and somebody has to settle it.
 * Runs in the transaction that ends the request, after the tasks that follow from its answer.
 * @param of.at when it ended
 * @param of.unmet what such a demand comes to: it failed, where the answer was given without it, or it just ended
 * @param of.by who ended it
 */
export async function endRequest(
  ctx: Ctx,
  work: Work,
  request: RightsRequest,
  { at, unmet, by }: { readonly at: Date; readonly unmet: "failed" | "ended"; readonly by: string },
): Promise<void> {
  const of = { controllerId: ctx.controller.id, requestId: request.id };
  const check = await newestCheck(of.controllerId, of.requestId, work.tx);
  const told = check && (await noticeById(check.noticeId, work.tx))?.acceptedAt;
  await closeFee(ctx, work, request);
  for (const { id, kind } of await recallNoticesOf(work.tx, of, ENDING_KINDS)) {
    work.audit({ type: "notice.recalled", subject: id, request: request.id, facts: { kind } });
  }
  await dropPending(ctx, work, request);
  await closeOpenChecks(work.tx, of, told ? unmet : "void", at, by);
  await endIdentityEvidence(work, { ...of, at, why: "request_ended" });
  if (await isLastOfFiling(request, work)) {
    const { filingId } = request;
    await endAuthorityEvidence(work, { ...of, filingId, at, why: "request_ended" });
  }
  await endMeanwhile(ctx, work, request);
  await oweLifting(ctx, work, request);
}

/** Whether nothing of what was asked with it is open any more. The filing is locked, so that two cannot both be last. */
async function isLastOfFiling({ controllerId, filingId, id }: RightsRequest, { tx }: Work): Promise<boolean> {
  await lockFiling(tx, controllerId, filingId);
  const all = await requestsOfFiling(controllerId, filingId, tx);
  return all.every((each) => each.id === id || each.state === "closed");
}
