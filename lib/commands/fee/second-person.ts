import type { Ctx } from "@/lib/commands/context";
import { ofRequest } from "@/lib/commands/fee/written";
import { lockDeskRequest } from "@/lib/commands/request/desk-request";
import { type Assessment, standingAssessment } from "@/lib/db/assessment";
import type { Tx } from "@/lib/db/client";
import type { RightsRequest } from "@/lib/db/request";
import type { StaffActor } from "@/lib/domain/access/actor";
import { maySecond } from "@/lib/domain/fee/approval";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * Takes a request whose assessment waits for a second person, for somebody who may be that person.
 * @throws Refused as lockDeskRequest; wrong_state (none waits), own_assessment (they wrote in it, whatever their roles)
 */
export async function lockForSecond(
  tx: Tx,
  staff: StaffActor,
  ctx: Ctx,
  input: { readonly reference: string; readonly version: number; readonly seen?: number | undefined },
): Promise<{ readonly request: RightsRequest; readonly proposed: Assessment }> {
  const request = await lockDeskRequest(tx, staff, ctx, input, "assess");
  const proposed = await standingAssessment(ofRequest(request), tx);
  if (proposed?.state !== "proposed") {
    throw new Refused({ code: "wrong_state", state: proposed?.state ?? "none" });
  }
  const second = maySecond(proposed.writerIds, staff.staffId);
  if (!second.ok) throw new Refused({ code: second.refusal });
  return { request, proposed };
}
