import { z } from "zod";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { decisionDraft } from "@/lib/db/decision-draft";
import { Refused } from "@/lib/domain/kernel/refusal";
import { decideInput } from "@/lib/schemas/decision/answer";
import { parse } from "@/lib/schemas/parse";

/** The fingerprint is required: what is sent is what was read. */
const input = z.strictObject(decideInput.omit({ answer: true }).required({ letter: true }).shape);

/**
 * Sends the answer that this officer has written and previewed.
 * @throws Refused as `decide`; not_found also where nothing is written
 */
export async function sendDraft(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "answer.send");
  const seen = parse(input, typed);
  const request = await deskRequest(staff, ctx, seen.reference);
  const of = { controllerId: ctx.controller.id, requestId: request.id, staffId: staff.staffId };
  const answer = await decisionDraft(await loadDataKey(db(), request.dataKeyId), of);
  if (!answer) throw new Refused({ code: "not_found" });
  await decide(ctx, { ...seen, answer });
}
