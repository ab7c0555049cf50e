import type { Ctx } from "@/lib/commands/context";
import { ofRequest } from "@/lib/commands/fee/written";
import type { Tx } from "@/lib/db/client";
import { type Fee, feeById } from "@/lib/db/fee";
import { lockRequest, type RightsRequest } from "@/lib/db/request";
import type { StaffActor } from "@/lib/domain/access/actor";
import { sees } from "@/lib/domain/access/sees";
import { type FeeStep, mayFeeStep } from "@/lib/domain/fee/fee";
import { readReference } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";

type Input = {
  readonly reference: string;
  readonly version: number;
  readonly feeId: string;
};

/**
 * Takes a request and one of its fees until commit, for a step that may also come after the request has ended:
 * money is booked, given up or given back whenever it has to be.
 * @throws Refused not_found, changed_meanwhile, wrong_state
 */
export async function lockDeskFee(
  tx: Tx,
  staff: StaffActor,
  ctx: Ctx,
  input: Input,
  step: FeeStep,
): Promise<{ readonly request: RightsRequest; readonly fee: Fee }> {
  const stored = readReference(input.reference);
  const request = stored && (await lockRequest(tx, ctx.controller.id, stored));
  if (!request || !sees(staff, request)) throw new Refused({ code: "not_found" });
  if (request.version !== input.version) {
    throw new Refused({ code: "changed_meanwhile", version: request.version, changed: [] });
  }
  const fee = await feeById(ctx.controller.id, input.feeId, tx);
  if (!fee || fee.requestId !== ofRequest(request).requestId) throw new Refused({ code: "not_found" });
  const legal = mayFeeStep(fee.state, step);
  if (!legal.ok) throw new Refused({ code: "wrong_state", state: `fee_${legal.refusal}` });
  return { request, fee };
}
