import { randomUUID } from "node:crypto";
import { db, type Tx } from "./client";
import { commitment, type DataKeyHandle, open, type Place, seal } from "./seal";

/** question, told and reply are seen by the requester; a note never leaves the staff side. */
export type MessageKind = "question" | "told" | "reply" | "note";

export type ThreadMessage = {
  readonly id: string;
  readonly kind: MessageKind;
  readonly author: string;
  readonly text: string;
  readonly at: Date;
  /** The mail that told of it, if there is one. */
  readonly noticeId: string | null;
};

const place = (id: string): Place => ({ table: "ThreadMessage", column: "bodySealed", row: id });

/** Adds to a request's thread. Returns its id and the commitment for the log. */
export async function addMessage(
  tx: Tx,
  handle: DataKeyHandle,
  message: {
    readonly controllerId: string;
    readonly requestId: string;
    readonly kind: MessageKind;
    readonly author: string;
    readonly text: string;
    readonly at: Date;
    /** Given where the same message may arrive twice. */
    readonly id?: string;
    /** The mail that tells of it: it can still be taken back, and then the message was never there to be seen. */
    readonly noticeId?: string;
  },
): Promise<{ readonly id: string; readonly commit: string }> {
  const { text, at, id = randomUUID(), ...rest } = message;
  await tx.threadMessage.create({
    data: { ...rest, id, bodySealed: seal(handle, place(id), text), createdAt: at },
  });
  return { id, commit: commitment(handle, place(id), text) };
}

export async function hasMessage(tx: Tx, id: string): Promise<boolean> {
  return (await tx.threadMessage.count({ where: { id } })) > 0;
}

/** The thread of a request, oldest first. */
export async function threadOf(
  controllerId: string,
  requestId: string,
  handle: DataKeyHandle,
  tx: Tx = db(),
): Promise<ThreadMessage[]> {
  const rows = await tx.threadMessage.findMany({
    where: { controllerId, requestId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as MessageKind,
    author: row.author,
    text: open<string>(handle, place(row.id), row.bodySealed),
    at: row.createdAt,
    noticeId: row.noticeId,
  }));
}

/** As `threadOf` for who may not read the texts: who wrote what kind of message when. */
export async function threadOutline(
  controllerId: string,
  requestId: string,
): Promise<Omit<ThreadMessage, "text">[]> {
  const rows = await db().threadMessage.findMany({
    where: { controllerId, requestId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { id: true, kind: true, author: true, createdAt: true, noticeId: true },
  });
  return rows.map(({ kind, createdAt, ...row }) => ({ ...row, kind: kind as MessageKind, at: createdAt }));
}
