import { randomBytes, randomUUID } from "node:crypto";
import type { Tx } from "./client";
import { keys } from "./keys";
import { type DataKeyHandle, unwrap, wrap } from "./seal";

export type DataKeyOwner =
  | "draft"
  | "filing"
  | "request"
  | "staff"
  | "controller"
  | "file"
  | "identity"
  | "suppression";

/** A new data key in memory and the row that keeps it; the caller saves the row in its transaction. */
export function makeDataKey(ownerKind: DataKeyOwner, ownerId: string, controllerId: string | null, at: Date) {
  const { keks, activeKek } = keys();
  const id = randomUUID();
  const key = randomBytes(32);
  const wrapped = wrap(keks.get(activeKek) as Buffer, activeKek, id, key);
  const handle: DataKeyHandle = { id, key };
  return { handle, row: { id, controllerId, ownerKind, ownerId, kekId: activeKek, wrapped, createdAt: at } };
}

type WrappedKey = { readonly id: string; readonly kekId: string; readonly wrapped: Uint8Array | null };

/** Opens one wrapped key. Throws if it was destroyed or its key-encryption key is not loaded. */
export function openDataKey(row: WrappedKey): DataKeyHandle {
  if (!row.wrapped) throw new Error(`data key ${row.id} was destroyed`);
  const kek = keys().keks.get(row.kekId);
  if (!kek) throw new Error(`key file "${row.kekId}" is missing`);
  return { id: row.id, key: unwrap(kek, row.kekId, row.id, row.wrapped) };
}

/** Loads and opens data keys by id. A destroyed one is left out of the map. */
export async function loadDataKeys(tx: Tx, ids: readonly string[]): Promise<Map<string, DataKeyHandle>> {
  const rows = await tx.dataKey.findMany({ where: { id: { in: [...new Set(ids)] } } });
  return new Map(rows.filter((row) => row.wrapped).map((row) => [row.id, openDataKey(row)]));
}

/** Loads and opens one data key. Throws if it is not there or destroyed. */
export async function loadDataKey(tx: Tx, id: string): Promise<DataKeyHandle> {
  return openDataKey(await tx.dataKey.findUniqueOrThrow({ where: { id } }));
}
