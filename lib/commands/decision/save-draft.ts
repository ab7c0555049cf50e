import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { loadDataKey } from "@/lib/db/data-key";
import { saveDecisionDraft } from "@/lib/db/decision-draft";
import { quietly } from "@/lib/db/transact";
import { draftInput } from "@/lib/schemas/decision/answer";
import { parse } from "@/lib/schemas/parse";

/**
 * Keeps an answer in the making, sealed, for the officer who writes it. Nothing is decided and nothing is
 * written into the log.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found
 */
export async function saveDraft(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.decide");
  const { reference, answer } = parse(draftInput, typed);
  const request = await deskRequest(staff, ctx, reference);
  await quietly(async (tx) => {
    const of = { controllerId: ctx.controller.id, requestId: request.id, staffId: staff.staffId };
    await saveDecisionDraft(tx, await loadDataKey(tx, request.dataKeyId), of, answer, ctx.now());
  });
}
