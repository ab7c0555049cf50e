import { randomUUID } from "node:crypto";
import type { DraftedLetter } from "@/lib/domain/notice/written-letter";
import { db, type Tx } from "./client";
import { type DataKeyHandle, open, type Place, seal } from "./seal";

type Of = {
  readonly controllerId: string;
  readonly requestId: string;
  readonly staffId: string;
  readonly kind: DraftedLetter;
};

/** Under the table's first name: what was sealed before it had another has to open. */
const place = (id: string): Place => ({ table: "ClockDraft", column: "contentSealed", row: id });

/** Keeps what somebody has written of a letter, in the place of what was kept before. */
export async function saveLetterDraft(
  tx: Tx,
  handle: DataKeyHandle,
  of: Of,
  content: object,
  at: Date,
): Promise<void> {
  await tx.letterDraft.deleteMany({ where: of });
  const id = randomUUID();
  const contentSealed = seal(handle, place(id), content);
  await tx.letterDraft.create({ data: { ...of, id, contentSealed, updatedAt: at } });
}

/** What somebody has written of a letter of a kind, or null. */
export async function letterDraft<T>(handle: DataKeyHandle, of: Of, tx: Tx = db()): Promise<T | null> {
  const found = await tx.letterDraft.findUnique({
    where: { controllerId_requestId_staffId_kind: of },
  });
  return found && open<T>(handle, place(found.id), found.contentSealed);
}

export async function forgetLetterDraft(tx: Tx, of: Of): Promise<void> {
  await tx.letterDraft.deleteMany({ where: of });
}
