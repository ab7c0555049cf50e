import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { type PreparedCheck, prepareCheck } from "@/lib/commands/identity/prepare-request";
import { requesterMail } from "@/lib/commands/notice/sender";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { headOf } from "@/lib/db/audit-log";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { filingById, openWho } from "@/lib/db/filing";
import { type IdentityDraft, identityDraft } from "@/lib/db/identity-draft";
import { mayCheckIdentity } from "@/lib/domain/identity/check";
import { Refused } from "@/lib/domain/kernel/refusal";
import type { Right } from "@/lib/domain/kernel/right";

/** An identity request in the making, and the letter as it would leave now. */
export type IdentityPreview = {
  readonly reference: string;
  readonly right: Right;
  readonly possible: boolean;
  readonly version: number;
  readonly seen: number;
  readonly draft: IdentityDraft | null;
  /** Null while nothing is written, or where none is possible. */
  readonly prepared: PreparedCheck | null;
};

/**
 * What one of the staff has written of an identity request, with the exact letter.
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function previewIdentityRequest(ctx: Ctx, reference: string): Promise<IdentityPreview> {
  const staff = authoriseStaff(ctx, "identity.check");
  const request = await deskRequest(staff, ctx, reference);
  const of = { controllerId: ctx.controller.id, requestId: request.id, staffId: staff.staffId };
  const draft = await identityDraft(await loadDataKey(db(), request.dataKeyId), of);
  const filing = await filingById(of.controllerId, request.filingId);
  if (!filing) throw new Refused({ code: "not_found" });
  const possible = mayCheckIdentity(request.right).ok;
  const mail = await requesterMail(ctx, filing.language);
  const who = openWho(await loadDataKey(db(), filing.dataKeyId), filing);
  return {
    reference: request.reference,
    right: request.right,
    possible,
    version: request.version,
    seen: (await headOf(of.controllerId))?.seq ?? 0,
    draft,
    prepared: draft && possible ? prepareCheck(draft, { request, filing, who, mail, now: ctx.now() }) : null,
  };
}
