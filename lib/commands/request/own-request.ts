import { authoriseRequester, type Ctx } from "@/lib/commands/context";
import type { Tx } from "@/lib/db/client";
import { lockRequest, type RightsRequest } from "@/lib/db/request";
import { readReference } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";
import { mayStep, type Step } from "@/lib/domain/request/state";

/**
 * Takes a request of the requester's own filing until commit, ready for a step.
 * @throws Refused not_found (not theirs, or nobody's), wrong_state
 */
export async function lockOwnRequest(
  ctx: Ctx,
  tx: Tx,
  reference: string,
  step: Step,
): Promise<RightsRequest> {
  const { filingId } = authoriseRequester(ctx);
  const stored = readReference(reference);
  const request = stored && (await lockRequest(tx, ctx.controller.id, stored));
  if (!request || request.filingId !== filingId) throw new Refused({ code: "not_found" });
  const legal = mayStep(request.state, step);
  if (!legal.ok) throw new Refused({ code: "wrong_state", state: legal.refusal });
  return request;
}
