import { throttle, throttleCostly } from "@/lib/commands/access/throttle";
import type { Ctx } from "@/lib/commands/context";
import { hasRoom, receiveFile, settleUploads, type Upload } from "@/lib/db/upload";
import { Refused } from "@/lib/domain/kernel/refusal";

export type { Upload } from "@/lib/db/upload";

/**
 * The first line of every upload: somebody who is signed in as staff or came through a mailed link, not too often.
 * Called before a byte of the body is read.
 * @throws Refused not_signed_in, too_many, unavailable (also where the disk is nearly full)
 */
export async function authoriseUpload(ctx: Ctx): Promise<void> {
  authoriseSender(ctx);
  const budgets = { staff: { points: 200, seconds: 600 }, peer: { points: 60, seconds: 600 } };
  await throttleCostly(ctx, "upload", budgets);
  if (ctx.actor.kind !== "staff") await throttle(ctx, "upload-peer-day", { points: 200, seconds: 86_400 });
  if (!(await hasRoom())) throw new Refused({ code: "unavailable" });
}

/**
 * Takes one file as it arrives, sealed to disk. It belongs to nothing until a command keeps it (lib/db/file.ts).
 * @throws Refused not_signed_in, file_refused
 */
export async function receiveUpload(
  ctx: Ctx,
  given: { readonly name: string; readonly content: AsyncIterable<Uint8Array> },
): Promise<Upload> {
  authoriseSender(ctx);
  return receiveFile(ctx.controller.id, given, new Date());
}

/** After the command: what it kept goes to its place, the rest is removed. Changes nothing that anybody can see. */
export async function finishUploads(uploads: readonly Upload[]): Promise<void> {
  await settleUploads(uploads);
}

function authoriseSender({ actor }: Ctx): void {
  if (actor.kind !== "staff" && actor.kind !== "requester") throw new Refused({ code: "not_signed_in" });
}
