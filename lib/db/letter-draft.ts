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

/** Which drafts were sent: with the letters that were owed at an instant, or the last of a kind. */
export type SentWith = { readonly controllerId: string; readonly requestId: string } & (
  | { readonly at: Date }
  | { readonly kind: DraftedLetter }
);

/** Under the table's first name: what was sealed before it had another has to open. */
const place = (id: string): Place => ({ table: "ClockDraft", column: "contentSealed", row: id });

/** Keeps what somebody has written of a letter, in the place of what they wrote before and have not sent. */
export async function saveLetterDraft(
  tx: Tx,
  handle: DataKeyHandle,
  of: Of,
  content: object,
  at: Date,
): Promise<void> {
  await forgetLetterDraft(tx, of);
  const id = randomUUID();
  const contentSealed = seal(handle, place(id), content);
  await tx.letterDraft.create({ data: { ...of, id, contentSealed, updatedAt: at } });
}

/** What somebody has written of a letter of a kind and not sent, or null. */
export async function letterDraft<T>(handle: DataKeyHandle, of: Of, tx: Tx = db()): Promise<T | null> {
  const found = await tx.letterDraft.findFirst({ where: { ...of, sentAt: null } });
  return found && open<T>(handle, place(found.id), found.contentSealed);
}

export async function forgetLetterDraft(tx: Tx, of: Of): Promise<void> {
  await tx.letterDraft.deleteMany({ where: { ...of, sentAt: null } });
}

/** Sets aside what was sent, until its letter was accepted or taken back. @param at when the letter was owed */
export async function setLetterDraftAside(tx: Tx, of: Of, at: Date): Promise<void> {
  await tx.letterDraft.updateMany({ where: { ...of, sentAt: null }, data: { sentAt: at } });
}

/** The letter was taken back: its writer finds it where they wrote it, unless they have begun another since. */
export async function bringLetterDraftBack(tx: Tx, sent: SentWith): Promise<void> {
  for (const draft of await draftsSentWith(tx, sent)) {
    const { id, controllerId, requestId, staffId, kind } = draft;
    const begun = await tx.letterDraft.count({
      where: { controllerId, requestId, staffId, kind, sentAt: null },
    });
    if (begun > 0) await tx.letterDraft.delete({ where: { id } });
    else await tx.letterDraft.update({ where: { id }, data: { sentAt: null } });
  }
}

/** The letter was accepted: what it was written from is needed no more. */
export async function forgetSentLetterDrafts(tx: Tx, sent: SentWith): Promise<void> {
  const ids = (await draftsSentWith(tx, sent)).map(({ id }) => id);
  await tx.letterDraft.deleteMany({ where: { id: { in: ids } } });
}

/** The newest first, so that of several of a kind the last is the one that comes back. */
function draftsSentWith(tx: Tx, sent: SentWith) {
  const { controllerId, requestId } = sent;
  const which = "at" in sent ? { sentAt: sent.at } : { kind: sent.kind, sentAt: { not: null } };
  return tx.letterDraft.findMany({
    where: { controllerId, requestId, ...which },
    orderBy: { sentAt: "desc" },
  });
}
