import { randomUUID } from "node:crypto";
import type { Answer } from "@/lib/domain/decision/answer";
import { db, type Tx } from "./client";
import { type DataKeyHandle, open, type Place, seal } from "./seal";

type Of = { readonly controllerId: string; readonly requestId: string; readonly staffId: string };

const place = (id: string): Place => ({ table: "DecisionDraft", column: "contentSealed", row: id });

/** Keeps what somebody has written of an answer so far, in the place of what was kept before. */
export async function saveDecisionDraft(
  tx: Tx,
  handle: DataKeyHandle,
  of: Of,
  answer: Answer,
  at: Date,
): Promise<void> {
  await tx.decisionDraft.deleteMany({ where: of });
  const id = randomUUID();
  const contentSealed = seal(handle, place(id), answer);
  await tx.decisionDraft.create({ data: { ...of, id, contentSealed, updatedAt: at } });
}

/** What somebody has written of an answer so far, or null. */
export async function decisionDraft(handle: DataKeyHandle, of: Of, tx: Tx = db()): Promise<Answer | null> {
  const found = await tx.decisionDraft.findUnique({ where: { controllerId_requestId_staffId: of } });
  return found && open<Answer>(handle, place(found.id), found.contentSealed);
}

export async function forgetDecisionDraft(tx: Tx, of: Of): Promise<void> {
  await tx.decisionDraft.deleteMany({ where: of });
}
