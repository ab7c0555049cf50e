import type { Ctx } from "@/lib/commands/context";
import type { Tx } from "@/lib/db/client";
import { handledEarlier, judgesAt } from "@/lib/db/handled";
import type { RightsRequest } from "@/lib/db/request";
import type { StaffActor } from "@/lib/domain/access/actor";
import type { Outcome } from "@/lib/domain/decision/answer";
import { mayJudge } from "@/lib/domain/decision/complaint-judge";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * Asked under the lock when a request is decided: a complaint is not decided by whoever decided an earlier request of the
 * same person, while a colleague can. Closing one whose address was never confirmed judges nothing.
 * @returns for the log: how many earlier requests of the person are the decider's own work; null for what is no judgement
 * @throws Refused handled_earlier (with the names of who may)
 */
export async function judgeComplaint(
  ctx: Ctx,
  tx: Tx,
  { staffId }: StaffActor,
  { request, outcome }: { readonly request: RightsRequest; readonly outcome: Outcome },
): Promise<number | null> {
  if (request.right !== "complaint" || outcome === "address_not_confirmed") return null;
  const staff = await judgesAt(ctx.controller.id, tx);
  const judged = mayJudge(staffId, await handledEarlier(request, tx), staff);
  if (judged.ok) return judged.value;
  const who = staff.filter(({ id }) => judged.refusal.includes(id)).map(({ name }) => name);
  throw new Refused({ code: "handled_earlier", who });
}
