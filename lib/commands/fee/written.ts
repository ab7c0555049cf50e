import type { Ctx } from "@/lib/commands/context";
import type { RightsRequest } from "@/lib/db/request";
import { earlierOfPerson } from "@/lib/db/signals";
import { ASSESSABLE } from "@/lib/domain/fee/assessment";
import { feeRules } from "@/lib/domain/fee/rules";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * Art. 12(5) speaks of Art. 15 to 22: for the other rights there is nothing to assess.
 * @throws Refused not_found
 */
export function assessable(request: Pick<RightsRequest, "right">): void {
  if (!ASSESSABLE.includes(request.right)) throw new Refused({ code: "not_found" });
}

/** Whether this controller may charge at all: it did not promise otherwise, and its law has a fee. */
export function feePossible(ctx: Ctx, request: Pick<RightsRequest, "profile">): boolean {
  return ctx.controller.settings.feeEnabled && feeRules(request.profile) !== null;
}

/** Whether this person asked nothing before: then more has to be said (C-526/24). */
export async function isFirst(request: RightsRequest): Promise<boolean> {
  const { controllerId, filingId, receivedAt } = request;
  return (await earlierOfPerson(controllerId, filingId, receivedAt, 1)).length === 0;
}

/** What an assessment belongs to, as the tables name it. */
export function ofRequest(request: RightsRequest): {
  readonly controllerId: string;
  readonly requestId: string;
} {
  return { controllerId: request.controllerId, requestId: request.id };
}
