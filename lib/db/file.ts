import { openStoredFile, removeFile } from "@/lib/adapters/file-store";
import { FILES_OF_REQUESTER, type FilePurpose } from "@/lib/domain/intake/upload";
import { Refused } from "@/lib/domain/kernel/refusal";
import { db, type Tx } from "./client";
import { openDataKey } from "./data-key";
import { commitment, open, type Place, seal } from "./seal";
import { openChunks } from "./sealed-chunks";
import type { Upload } from "./upload";

/** A stored file without its content. A deleted one keeps no name and no hash. */
export type StoredFile = {
  readonly id: string;
  readonly controllerId: string;
  readonly filingId: string | null;
  readonly requestId: string | null;
  /** Of a proof: the task that it proves. */
  readonly taskId: string | null;
  readonly purpose: FilePurpose;
  readonly name: string | null;
  readonly mediaType: string;
  readonly size: number;
  /** SHA-256 of its content, in hex. */
  readonly sha256: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly deletedAt: Date | null;
};

/** A file that was not deleted. */
export type NamedFile = StoredFile & { readonly name: string; readonly sha256: string };

const namePlace = (id: string): Place => ({ table: "StoredFile", column: "nameSealed", row: id });
const hashPlace = (id: string): Place => ({ table: "StoredFile", column: "sha256Sealed", row: id });

/** To what a file belongs and why it is kept. At least one of the two ids. */
export type Keep = {
  readonly requestId?: string;
  readonly filingId?: string;
  readonly taskId?: string;
  readonly purpose: FilePurpose;
  readonly createdBy: string;
  readonly at: Date;
};

/**
 * Names an upload in a row, with its key: from the commit on the file exists.
 * @returns the facts for the log (event file.stored): size, kind, purpose, and a commitment to the content
 * @throws Refused file_refused (the requester has left enough files on this request)
 */
export async function keepFile(tx: Tx, upload: Upload, keep: Keep) {
  const { id, controllerId, key } = upload;
  const of = { controllerId, requestId: keep.requestId ?? null, filingId: keep.filingId ?? null };
  const taskId = keep.taskId ?? null;
  if (keep.createdBy.startsWith("requester:")) {
    const there = await tx.storedFile.count({ where: { ...of, createdBy: keep.createdBy, deletedAt: null } });
    if (there >= FILES_OF_REQUESTER) {
      throw new Refused({ code: "file_refused", reason: "quota", file: upload.name });
    }
  }
  const sha256 = Buffer.from(upload.sha256).toString("hex");
  await tx.dataKey.create({ data: key.row });
  await tx.storedFile.create({
    data: {
      id,
      ...of,
      taskId,
      purpose: keep.purpose,
      dataKeyId: key.handle.id,
      nameSealed: seal(key.handle, namePlace(id), upload.name),
      mediaType: upload.mediaType,
      size: BigInt(upload.size),
      sha256Sealed: seal(key.handle, hashPlace(id), sha256),
      createdAt: keep.at,
      createdBy: keep.createdBy,
    },
  });
  const commit = commitment(key.handle, hashPlace(id), sha256);
  return { purpose: keep.purpose, type: upload.mediaType, size: upload.size, commit };
}

type Row = Awaited<ReturnType<typeof rowsOf>>[number];

async function rowsOf(tx: Tx, where: { controllerId: string } & Record<string, string>) {
  return tx.storedFile.findMany({ where, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
}

async function toFiles(tx: Tx, rows: readonly Row[]): Promise<StoredFile[]> {
  const keys = await tx.dataKey.findMany({ where: { id: { in: rows.map((row) => row.dataKeyId) } } });
  const byId = new Map(keys.map((key) => [key.id, key]));
  return rows.map((row) => {
    const key = byId.get(row.dataKeyId);
    const handle = key?.wrapped ? openDataKey(key) : null;
    const opened = (place: Place, sealed: Uint8Array | null) =>
      handle && sealed ? open<string>(handle, place, sealed) : null;
    return {
      id: row.id,
      controllerId: row.controllerId,
      filingId: row.filingId,
      requestId: row.requestId,
      taskId: row.taskId,
      purpose: row.purpose as FilePurpose,
      name: opened(namePlace(row.id), row.nameSealed),
      mediaType: row.mediaType,
      size: Number(row.size),
      sha256: opened(hashPlace(row.id), row.sha256Sealed),
      createdAt: row.createdAt,
      createdBy: row.createdBy,
      deletedAt: row.deletedAt,
    };
  });
}

/** Every file of a request, oldest first; deleted ones too, without their names. */
export async function filesOfRequest(
  controllerId: string,
  requestId: string,
  tx: Tx = db(),
): Promise<StoredFile[]> {
  return toFiles(tx, await rowsOf(tx, { controllerId, requestId }));
}

/** The files of a request that are there for a purpose, oldest first; no deleted ones. */
export async function filesOfPurpose(
  { controllerId, requestId }: { readonly controllerId: string; readonly requestId: string },
  purpose: FilePurpose,
  tx: Tx = db(),
): Promise<NamedFile[]> {
  const files = await filesOfRequest(controllerId, requestId, tx);
  return files.flatMap((file) =>
    file.purpose === purpose && file.name !== null && file.sha256 !== null
      ? [{ ...file, name: file.name, sha256: file.sha256 }]
      : [],
  );
}

/** Every file of a filing that is of no single request or of one of them, oldest first. */
export async function filesOfFiling(
  controllerId: string,
  filingId: string,
  tx: Tx = db(),
): Promise<StoredFile[]> {
  return toFiles(tx, await rowsOf(tx, { controllerId, filingId }));
}

export async function fileById(controllerId: string, id: string, tx: Tx = db()): Promise<StoredFile | null> {
  const found = await tx.storedFile.findUnique({ where: { controllerId_id: { controllerId, id } } });
  return found && ((await toFiles(tx, [found]))[0] ?? null);
}

/** The content of a file that exists, piece by piece; `close` however the reading ends. Null if it is gone. */
export async function readFile(
  controllerId: string,
  id: string,
): Promise<{ readonly chunks: AsyncGenerator<Buffer>; close(): Promise<void> } | null> {
  const row = await db().storedFile.findUnique({ where: { controllerId_id: { controllerId, id } } });
  const key = row && (await db().dataKey.findUnique({ where: { id: row.dataKeyId } }));
  if (!row || row.deletedAt || !key?.wrapped) return null;
  const source = await openStoredFile(id);
  return source && { chunks: openChunks(openDataKey(key), id, source), close: () => source.close() };
}

/**
 * Deletes files: name, hash and key are gone at commit, and with the key everything that is still on disk or in a
 * copy of it; the row stays and says that there was one. The bytes follow (`removeDeleted`).
 * @returns the ids of those that were not deleted before
 */
export async function deleteFiles(
  tx: Tx,
  controllerId: string,
  ids: readonly string[],
  at: Date,
): Promise<string[]> {
  const rows = await tx.storedFile.findMany({
    where: { controllerId, id: { in: [...ids] }, deletedAt: null },
  });
  const found = rows.map((row) => row.id);
  await tx.storedFile.updateMany({
    where: { controllerId, id: { in: found }, deletedAt: null },
    data: { deletedAt: at, nameSealed: null, sha256Sealed: null },
  });
  await tx.dataKey.updateMany({
    where: { id: { in: rows.map((row) => row.dataKeyId) }, wrapped: { not: null } },
    data: { wrapped: null, destroyedAt: at },
  });
  return found;
}

/** Removes from disk what was deleted, of any controller; what cannot be removed now is tried again. */
export async function removeDeleted(now: Date): Promise<void> {
  const rows = await db().storedFile.findMany({
    where: { deletedAt: { not: null }, goneAt: null },
    select: { id: true },
    take: 200,
  });
  for (const { id } of rows) {
    await removeFile(id);
    await db().storedFile.update({ where: { id }, data: { goneAt: now } });
  }
}
