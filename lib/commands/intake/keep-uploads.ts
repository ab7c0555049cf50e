import { actorOf, type Ctx } from "@/lib/commands/context";
import type { Upload } from "@/lib/commands/intake/receive-upload";
import { type Keep, keepFile } from "@/lib/db/file";
import type { Work } from "@/lib/db/transact";

/**
 * Keeps the files that came with a form, in the transaction of what they belong to, each with its line in the log.
 * @param requestId the request whose history tells of them
 * @throws Refused file_refused (the requester has left enough files on this request)
 */
export async function keepUploads(
  ctx: Ctx,
  { tx, audit }: Work,
  uploads: readonly Upload[],
  keep: Omit<Keep, "createdBy" | "at">,
  requestId: string,
): Promise<void> {
  for (const upload of uploads) {
    const facts = await keepFile(tx, upload, { ...keep, createdBy: actorOf(ctx), at: ctx.now() });
    audit({ type: "file.stored", subject: upload.id, request: requestId, facts });
  }
}
