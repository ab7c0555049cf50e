import type { Ctx } from "@/lib/commands/context";
import { type RightsRequest, requestByReference } from "@/lib/db/request";
import type { StaffActor } from "@/lib/domain/access/actor";
import { sees } from "@/lib/domain/access/sees";
import { readReference } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * A request as one of the staff may read about it.
 * @throws Refused not_found (nobody's, another controller's, or not assigned to this contributor)
 */
export async function seenRequest(staff: StaffActor, ctx: Ctx, reference: string): Promise<RightsRequest> {
  const stored = readReference(reference);
  const request = stored && (await requestByReference(ctx.controller.id, stored));
  if (!request || !sees(staff, request)) throw new Refused({ code: "not_found" });
  return request;
}
