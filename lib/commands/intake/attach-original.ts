import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { keepUploads } from "@/lib/commands/intake/keep-uploads";
import type { Upload } from "@/lib/commands/intake/receive-upload";
import { deskRequest } from "@/lib/commands/request/desk-request";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * Said before a byte of a file is read: who may enter a request may attach its original.
 * @throws Refused not_signed_in, not_allowed
 */
export function authoriseAttach(ctx: Ctx): void {
  authoriseStaff(ctx, "filing.enter");
}

/**
 * Keeps the originals of a filing that staff entered: the scanned letter, the mail as it came. Sealed, and given out as
 * downloads only.
 * @throws Refused not_signed_in, not_allowed, not_found, bad_input (no file was chosen), file_refused
 */
export async function attachOriginal(ctx: Ctx, reference: string, uploads: readonly Upload[]): Promise<void> {
  const staff = authoriseStaff(ctx, "filing.enter");
  const request = await deskRequest(staff, ctx, reference);
  if (uploads.length === 0) {
    throw new Refused({ code: "bad_input", issues: [{ field: "original", message: "required" }] });
  }
  const keep = { filingId: request.filingId, purpose: "original" } as const;
  await transact(ctx, ({ tx, audit }) => keepUploads(ctx, { tx, audit }, uploads, keep, request.id));
}
