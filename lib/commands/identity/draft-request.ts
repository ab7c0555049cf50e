import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { loadDataKey } from "@/lib/db/data-key";
import { saveIdentityDraft } from "@/lib/db/identity-draft";
import { quietly } from "@/lib/db/transact";
import { mayCheckIdentity } from "@/lib/domain/identity/check";
import { Refused } from "@/lib/domain/kernel/refusal";
import { identityDraftInput } from "@/lib/schemas/identity/check";
import { parse } from "@/lib/schemas/parse";

/**
 * Keeps an identity request in the making, sealed, for whoever writes it. Nothing is asked and nothing is logged.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, no_check_for_right
 */
export async function draftIdentityRequest(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "identity.check");
  const { reference, draft } = parse(identityDraftInput, typed);
  const request = await deskRequest(staff, ctx, reference);
  const may = mayCheckIdentity(request.right);
  if (!may.ok) throw new Refused({ code: may.refusal });
  await quietly(async (tx) => {
    const of = { controllerId: ctx.controller.id, requestId: request.id, staffId: staff.staffId };
    await saveIdentityDraft(tx, await loadDataKey(tx, request.dataKeyId), of, draft, ctx.now());
  });
}
