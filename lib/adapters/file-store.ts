import type { Stats } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat, statfs } from "node:fs/promises";
import { join } from "node:path";
import { readEnv } from "@/lib/env";

/**
 * Sealed files on disk: <var>/files/<first two characters>/<id>, and <var>/files/new/<id> until the row that names
 * the file is committed. It stores what it is given; only lib/db gives it anything, and only sealed.
 */
const NEW = "new";
const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function root(): string {
  return join(readEnv().HABEAS_VAR, "files");
}

function checked(id: string): string {
  if (!ID.test(id)) throw new Error("not the id of a file");
  return id;
}

function newPath(id: string): string {
  return join(root(), NEW, checked(id));
}

function keptFolder(id: string): string {
  return join(root(), checked(id).slice(0, 2));
}

function keptPath(id: string): string {
  return join(keptFolder(id), id);
}

/** How much room is left on the disk of the files, in bytes. */
export async function roomLeft(): Promise<number> {
  await mkdir(join(root(), NEW), { recursive: true, mode: 0o700 });
  const { bavail, bsize } = await statfs(root());
  return bavail * bsize;
}

/** Writes a new file and makes sure it is on disk. Nothing is left of one that could not be finished. */
export async function writeNewFile(id: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  await mkdir(join(root(), NEW), { recursive: true, mode: 0o700 });
  const path = newPath(id);
  const handle = await open(path, "wx", 0o600);
  try {
    for await (const chunk of chunks) await handle.write(chunk);
    await handle.sync();
    await handle.close();
  } catch (error) {
    await handle.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
  await syncFolder(join(root(), NEW));
}

/** Moves a new file to where it stays; nothing happens if it is there already. */
export async function settleFile(id: string): Promise<void> {
  await mkdir(keptFolder(id), { recursive: true, mode: 0o700 });
  try {
    await rename(newPath(id), keptPath(id));
  } catch (error) {
    if (!isMissing(error)) throw error;
    return;
  }
  await syncFolder(keptFolder(id));
}

/** Removes a file, wherever it is. */
export async function removeFile(id: string): Promise<void> {
  await rm(newPath(id), { force: true });
  await rm(keptPath(id), { force: true });
}

export type OpenedFile = {
  readonly size: number;
  read(position: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
};

/** Opens a file for reading, or null if it is not there. */
export async function openStoredFile(id: string): Promise<OpenedFile | null> {
  for (const path of [keptPath(id), newPath(id), keptPath(id)]) {
    try {
      const handle = await open(path, "r");
      const { size } = await handle.stat();
      return {
        size,
        close: () => handle.close(),
        read: async (position, length) => {
          const wanted = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - position)));
          let filled = 0;
          while (filled < wanted.length) {
            const { bytesRead } = await handle.read(
              wanted,
              filled,
              wanted.length - filled,
              position + filled,
            );
            if (bytesRead === 0) break;
            filled += bytesRead;
          }
          return wanted.subarray(0, filled);
        },
      };
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return null;
}

/** The ids of files that were written and not settled, and since when, oldest first. */
export async function newFiles(): Promise<readonly { readonly id: string; readonly since: Date }[]> {
  const names = await readdir(join(root(), NEW)).catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  const found = await Promise.all(
    names.filter((name) => ID.test(name)).map(async (id) => ({ id, at: await modified(newPath(id)) })),
  );
  return found
    .flatMap(({ id, at }) => (at ? [{ id, since: at.mtime }] : []))
    .sort((a, b) => a.since.getTime() - b.since.getTime());
}

async function modified(path: string): Promise<Stats | null> {
  return stat(path).catch((error) => {
    if (isMissing(error)) return null;
    throw error;
  });
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}

/** What a folder lists is on disk too only after the folder itself was synced. */
async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
