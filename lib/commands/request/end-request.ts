import { dropPending } from "@/lib/commands/clock/resume";
import type { Ctx } from "@/lib/commands/context";
import { closeFee } from "@/lib/commands/fee/close-fee";
import { endIdentityEvidence } from "@/lib/commands/identity/end-evidence";
import { closeOpenChecks, newestCheck } from "@/lib/db/identity-check";
import { noticeById } from "@/lib/db/notice";
import type { RightsRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";

/**
 * What ends with a locked request, whichever way it ends: a fee that nobody paid, letters about its time that have not
 * left, and a demand for proof that nobody met, with the evidence. A demand that reached its person ends as not met: if
 * the request is opened again the doubt is there as it was, and somebody has to settle it. Runs in the transaction that
 * ends the request.
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
  await dropPending(ctx, work, request, () => true, true);
  await closeOpenChecks(work.tx, of, told ? unmet : "void", at, by);
  await endIdentityEvidence(work, { ...of, at, why: "request_ended" });
}
