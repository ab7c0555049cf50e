import type { Ctx } from "@/lib/commands/context";
import { assessmentsOf } from "@/lib/db/assessment";
import { feesOf } from "@/lib/db/fee";
import { requestByReference } from "@/lib/db/request";
import { may } from "@/lib/domain/access/access";
import { sees } from "@/lib/domain/access/sees";
import type { AssessmentState } from "@/lib/domain/fee/approval";
import { ASSESSABLE } from "@/lib/domain/fee/assessment";
import type { FeeState } from "@/lib/domain/fee/fee";
import { readReference } from "@/lib/domain/intake/reference";

/** How far assessment and fee of a request are, in a word each. */
export type AssessmentLine = {
  readonly assessment: AssessmentState | null;
  readonly fee: FeeState | null;
};

/** The line for the request page; null for who may not read the assessment, and for rights without one. */
export async function assessmentLine(ctx: Ctx, reference: string): Promise<AssessmentLine | null> {
  if (ctx.actor.kind !== "staff" || !may(ctx.actor.roles, "assessment.read")) return null;
  const stored = readReference(reference);
  const request = stored && (await requestByReference(ctx.controller.id, stored));
  if (!request || !sees(ctx.actor, request) || !ASSESSABLE.includes(request.right)) return null;
  const of = { controllerId: request.controllerId, requestId: request.id };
  const [assessments, fees] = await Promise.all([assessmentsOf(of), feesOf(of)]);
  return { assessment: assessments.at(-1)?.state ?? null, fee: fees.at(-1)?.state ?? null };
}
