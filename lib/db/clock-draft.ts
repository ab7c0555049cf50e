import { randomUUID } from "node:crypto";
import type { ExtensionText } from "@/lib/domain/clock/extension-reasons";
import { db, type Tx } from "./client";
import { type DataKeyHandle, open, type Place, seal } from "./seal";

type Of = { readonly controllerId: string; readonly requestId: string; readonly staffId: string };

const place = (id: string): Place => ({ table: "ClockDraft", column: "contentSealed", row: id });
const kind = "extension";

/** Keeps what somebody has written of an extension, in the place of what was kept before. */
export async function saveExtensionDraft(
  tx: Tx,
  handle: DataKeyHandle,
  of: Of,
  text: ExtensionText,
  at: Date,
): Promise<void> {
  await tx.clockDraft.deleteMany({ where: { ...of, kind } });
  const id = randomUUID();
  const contentSealed = seal(handle, place(id), text);
  await tx.clockDraft.create({ data: { ...of, id, kind, contentSealed, updatedAt: at } });
}

/** What somebody has written of an extension, or null. */
export async function extensionDraft(
  handle: DataKeyHandle,
  of: Of,
  tx: Tx = db(),
): Promise<ExtensionText | null> {
  const found = await tx.clockDraft.findUnique({
    where: { controllerId_requestId_staffId_kind: { ...of, kind } },
  });
  return found && open<ExtensionText>(handle, place(found.id), found.contentSealed);
}

export async function forgetExtensionDraft(tx: Tx, of: Of): Promise<void> {
  await tx.clockDraft.deleteMany({ where: { ...of, kind } });
}
