import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { fingerprintOf, type ShownNotice, shownNotices } from "@/lib/commands/notice/prepared";
import { requesterNotice } from "@/lib/commands/notice/requester-notice";
import { letterWay } from "@/lib/commands/notice/written-letters";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { headOf } from "@/lib/db/audit-log";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { letterDraft } from "@/lib/db/letter-draft";
import type { Language } from "@/lib/domain/kernel/language";
import type { WrittenLetter } from "@/lib/domain/notice/written-letter";

/** A letter of staff in the making, exactly as it would leave now. */
export type LetterPreview = {
  readonly kind: WrittenLetter;
  readonly reference: string;
  readonly version: number;
  /** The last line of the log there was. */
  readonly seen: number;
  readonly language: Language;
  /** Null while this person has written nothing. */
  readonly ready: { readonly notices: readonly ShownNotice[]; readonly fingerprint: string } | null;
};

/**
 * What one of the staff has written of a letter of a kind, in the language of whom it goes to, with the mail it goes in.
 * @throws Refused not_signed_in, not_allowed, not_found, and what the command would refuse
 */
export async function previewLetter(ctx: Ctx, reference: string, kind: string): Promise<LetterPreview> {
  const way = letterWay(kind);
  const staff = authoriseStaff(ctx, way.action);
  const request = await deskRequest(staff, ctx, reference);
  const kept = await keptLetter(ctx, { staffId: staff.staffId, request }, way.kind);
  const mail = await requesterNotice(request, ctx);
  const prepared = kept && (await way.prepare({ ctx, request, mail }, kept));
  return {
    kind: way.kind,
    reference: request.reference,
    version: request.version,
    seen: (await headOf(ctx.controller.id))?.seq ?? 0,
    language: prepared?.[0]?.content.language ?? mail.filing.language,
    ready: prepared && { notices: shownNotices(prepared), fingerprint: fingerprintOf(prepared) },
  };
}

/** The fields of a letter that somebody wrote and has not sent, or null. */
export async function keptLetter(
  ctx: Ctx,
  of: { readonly staffId: string; readonly request: { readonly id: string; readonly dataKeyId: string } },
  kind: WrittenLetter,
): Promise<object | null> {
  const { staffId, request } = of;
  const handle = await loadDataKey(db(), request.dataKeyId);
  return letterDraft<object>(handle, {
    controllerId: ctx.controller.id,
    requestId: request.id,
    ...{ staffId, kind },
  });
}
