import { createHash, randomUUID } from "node:crypto";
import { newFiles, removeFile, roomLeft, settleFile, writeNewFile } from "@/lib/adapters/file-store";
import { FILE_BYTES, type FileReason, fileType, HEAD_BYTES, neutralName } from "@/lib/domain/intake/upload";
import { Refused } from "@/lib/domain/kernel/refusal";
import { db } from "./client";
import { makeDataKey } from "./data-key";
import { sealChunks } from "./sealed-chunks";

/** A file that arrived: sealed on disk under a key that is in memory only, until `keepFile` names it in a row. */
export type Upload = {
  readonly id: string;
  readonly controllerId: string;
  /** As it may be shown. */
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: Uint8Array<ArrayBuffer>;
  readonly key: ReturnType<typeof makeDataKey>;
};

/** So much of the disk no upload may take: the database may stand on the same one. */
const ROOM_TO_LEAVE = 1024 ** 3;

/** Whether the disk has room for files at all. */
export async function hasRoom(): Promise<boolean> {
  return (await roomLeft()) > ROOM_TO_LEAVE;
}

/** What is not kept within the hour is removed. */
const NEW_FOR_MS = 3_600_000;

/**
 * Seals a file to disk as it arrives; clear text is never written and never held whole.
 * @throws Refused file_refused
 */
export async function receiveFile(
  controllerId: string,
  given: { readonly name: string; readonly content: AsyncIterable<Uint8Array> },
  at: Date,
): Promise<Upload> {
  const id = randomUUID();
  const name = neutralName(given.name);
  const no = (reason: FileReason) => new Refused({ code: "file_refused", reason, file: name });
  const early = fileType(name, new Uint8Array());
  if (!early.ok && early.refusal === "type") throw no("type");
  const key = makeDataKey("file", id, controllerId, at);
  const hash = createHash("sha256");
  let size = 0;
  let head = Buffer.alloc(0);
  let mediaType = "";

  const judge = (): void => {
    const type = fileType(name, head);
    if (!type.ok) throw no(type.refusal);
    mediaType = type.value;
  };
  async function* measured(): AsyncGenerator<Uint8Array> {
    for await (const part of given.content) {
      size += part.length;
      if (size > FILE_BYTES) throw no("too_large");
      hash.update(part);
      if (mediaType === "") {
        head = Buffer.concat([head, part]).subarray(0, HEAD_BYTES);
        if (head.length === HEAD_BYTES) judge();
      }
      yield part;
    }
    if (size === 0) throw no("empty");
    if (mediaType === "") judge();
  }
  await writeNewFile(id, sealChunks(key.handle, id, measured()));
  return { id, controllerId, name, mediaType, size, sha256: new Uint8Array(hash.digest()), key };
}

/** After the work on a form: what a row names goes to its place, everything else is removed. */
export async function settleUploads(uploads: readonly Upload[]): Promise<void> {
  if (uploads.length === 0) return;
  const kept = await keptOf(uploads.map(({ id }) => id));
  for (const { id } of uploads) await (kept.has(id) ? settleFile(id) : removeFile(id));
}

/** Removes what an interrupted upload left behind; settles what was kept just before an interruption. */
export async function sweepNewFiles(now: Date): Promise<void> {
  const old = (await newFiles())
    .filter(({ since }) => now.getTime() - since.getTime() > NEW_FOR_MS)
    .slice(0, 500);
  if (old.length === 0) return;
  const kept = await keptOf(old.map(({ id }) => id));
  for (const { id } of old) await (kept.has(id) ? settleFile(id) : removeFile(id));
}

async function keptOf(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db().storedFile.findMany({
    where: { id: { in: [...ids] }, deletedAt: null },
    select: { id: true },
  });
  return new Set(rows.map((row) => row.id));
}
