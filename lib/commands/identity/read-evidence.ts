import { z } from "zod";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { newestCheck, openEvidence } from "@/lib/db/identity-check";
import { transact } from "@/lib/db/transact";
import { opensFile } from "@/lib/domain/access/opens-file";
import { Refused } from "@/lib/domain/kernel/refusal";
import { parse } from "@/lib/schemas/parse";
import { requiredLine } from "@/lib/schemas/text";

const input = z.strictObject({ reference: requiredLine(40) });

/**
 * Opens what somebody wrote to show who they are, and the code that was made for them. For whoever works the request
 * and the data protection officer; the reading is in the log first.
 * @throws Refused not_signed_in, not_allowed, not_found (nothing there, or not for this person)
 */
export async function readEvidence(
  ctx: Ctx,
  typed: unknown,
): Promise<{ readonly reference: string; readonly text: string; readonly code: string }> {
  const staff = authoriseStaff(ctx, "identity.check");
  const { reference } = parse(input, typed);
  const request = await deskRequest(staff, ctx, reference);
  const check = await newestCheck(ctx.controller.id, request.id);
  if (!check || check.evidenceDeletedAt || !opensFile(staff, request, "identity_evidence")) {
    throw new Refused({ code: "not_found" });
  }
  const evidence = await openEvidence(check);
  await transact(ctx, async ({ audit }) => {
    audit({ type: "identity.evidence_read", subject: check.id, request: request.id });
  });
  return { reference: request.reference, ...evidence };
}
