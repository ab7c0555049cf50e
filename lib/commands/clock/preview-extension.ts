import { waitsFor } from "@/lib/commands/clock/pause";
import { type Extension, prepareExtension } from "@/lib/commands/clock/prepare-extension";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { headOf } from "@/lib/db/audit-log";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { foldRequest } from "@/lib/db/fold";
import { letterDraft } from "@/lib/db/letter-draft";
import type { ExtensionText } from "@/lib/domain/clock/extension-reasons";
import { mayExtend, type NoExtension } from "@/lib/domain/clock/may-extend";
import type { Language } from "@/lib/domain/kernel/language";
import { mayStep } from "@/lib/domain/request/state";

/** An extension in the making: what it would do if its notice were accepted today, and the letter as it would leave. */
export type ExtensionPreview = Extension & {
  readonly reference: string;
  readonly version: number;
  readonly seen: number;
  readonly language: Language;
  readonly open: boolean;
  /** Why there is none to give notice of; null if there is. */
  readonly no: NoExtension | null;
  /** A notice of an extension has not been accepted yet. */
  readonly waiting: boolean;
  readonly text: ExtensionText;
};

const NOTHING: ExtensionText = { reasons: [], specific: "", done: "" };

/**
 * What this officer has written of an extension, with its letter in the requester's language.
 * @throws Refused not_signed_in, not_allowed, not_found
 */
export async function previewExtension(ctx: Ctx, reference: string): Promise<ExtensionPreview> {
  const staff = authoriseStaff(ctx, "request.extend");
  const request = await deskRequest(staff, ctx, reference);
  const key = await loadDataKey(db(), request.dataKeyId);
  const of = { controllerId: ctx.controller.id, requestId: request.id, staffId: staff.staffId };
  const text = (await letterDraft<ExtensionText>(key, { ...of, kind: "extension" })) ?? NOTHING;
  const { basis, clock, filing } = await foldRequest(ctx.controller, request);
  const waiting = await waitsFor(ctx, { tx: db() }, request.id, "extend");
  const possible = mayExtend(basis.profile, request.right, clock, waiting);
  return {
    ...(await prepareExtension(ctx, request, text)),
    reference: request.reference,
    version: request.version,
    seen: (await headOf(ctx.controller.id))?.seq ?? 0,
    language: filing.language,
    open: mayStep(request.state, "extend").ok,
    no: possible.ok ? null : possible.refusal,
    waiting,
    text,
  };
}
