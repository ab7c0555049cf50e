import type { Ctx } from "@/lib/commands/context";
import { eventTypesSince } from "@/lib/db/audit-log";
import type { Tx } from "@/lib/db/client";
import { lockRequest, type RightsRequest, requestByReference } from "@/lib/db/request";
import type { StaffActor } from "@/lib/domain/access/actor";
import { sees } from "@/lib/domain/access/sees";
import type { AuditEventType } from "@/lib/domain/audit/events";
import { readReference } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";
import { mayStep, type Step } from "@/lib/domain/request/state";

/** Which request somebody means, and as which version they saw it. */
type Seen = { readonly reference: string; readonly version: number; readonly seen?: number | undefined };

/** Reading changes nothing; the rest of what the log says about a request may have. */
const READINGS: readonly AuditEventType[] = ["request.opened", "answer.read", "requester.session_opened"];

/**
 * A request as one of the staff may see it.
 * @throws Refused not_found (nobody's, another controller's, or not assigned to this contributor)
 */
export async function deskRequest(staff: StaffActor, ctx: Ctx, reference: string): Promise<RightsRequest> {
  const stored = readReference(reference);
  const request = stored && (await requestByReference(ctx.controller.id, stored));
  if (!request || !sees(staff, request)) throw new Refused({ code: "not_found" });
  return request;
}

/**
 * Takes a request until commit, ready for a step of the staff.
 * @throws Refused not_found, changed_meanwhile (somebody was faster; says what happened since), wrong_state
 */
export async function lockDeskRequest(
  tx: Tx,
  staff: StaffActor,
  ctx: Ctx,
  of: Seen,
  step: Step,
): Promise<RightsRequest> {
  const stored = readReference(of.reference);
  const request = stored && (await lockRequest(tx, ctx.controller.id, stored));
  if (!request || !sees(staff, request)) throw new Refused({ code: "not_found" });
  if (request.version !== of.version) {
    const since = await eventTypesSince(
      tx,
      ctx.controller.id,
      request.id,
      of.seen ?? Number.MAX_SAFE_INTEGER,
    );
    const changed = since.filter((type) => !READINGS.includes(type));
    throw new Refused({ code: "changed_meanwhile", version: request.version, changed });
  }
  const legal = mayStep(request.state, step);
  if (!legal.ok) throw new Refused({ code: "wrong_state", state: legal.refusal });
  return request;
}
