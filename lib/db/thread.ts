import { randomUUID } from "node:crypto";
import type { AnswerWay } from "@/lib/domain/clock/recorded-answer";
import { db, type Tx } from "./client";
import type { Prisma } from "./generated/client";
import { commitment, type DataKeyHandle, open, type Place, seal } from "./seal";

/** What the requester said; reply answers a question, the others came another way and staff wrote them down. */
export const FROM_REQUESTER = ["reply", "information", "narrowing", "withdrawal"] as const;

/** question and told come from staff and are seen by the requester; a note never leaves the staff side. */
export type MessageKind = "question" | "told" | "note" | (typeof FROM_REQUESTER)[number];

/** How something came that staff wrote down, and when they did. */
export type Recorded = { readonly way: AnswerWay; readonly recordedAt: Date };

export type ThreadMessage = {
  readonly id: string;
  readonly kind: MessageKind;
  readonly author: string;
  readonly text: string;
  readonly at: Date;
  /** The mail that told of it, if there is one. */
  readonly noticeId: string | null;
  /** Null for what was written here. */
  readonly recorded: Recorded | null;
};

/** Whether the requester wrote it here themself; what they said another way was written down by staff. */
export function byRequester({ kind, recorded }: Pick<ThreadMessage, "kind" | "recorded">): boolean {
  return recorded === null && FROM_REQUESTER.some((each) => each === kind);
}

/** What came another way may count from the very instant of the question it answers; it stands after it all the same. */
const ORDER = [
  { createdAt: "asc" },
  { recordedAt: { sort: "asc", nulls: "first" } },
  { id: "asc" },
] satisfies Prisma.ThreadMessageOrderByWithRelationInput[];

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
    /** Where staff wrote down what came another way; `at` is then when it came, and the author who wrote it down. */
    readonly recorded?: Recorded;
  },
): Promise<{ readonly id: string; readonly commit: string }> {
  const { text, at, recorded, id = randomUUID(), ...rest } = message;
  await tx.threadMessage.create({
    data: { ...rest, ...recorded, id, bodySealed: seal(handle, place(id), text), createdAt: at },
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
    orderBy: ORDER,
  });
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as MessageKind,
    author: row.author,
    text: open<string>(handle, place(row.id), row.bodySealed),
    at: row.createdAt,
    noticeId: row.noticeId,
    recorded: recordedOf(row),
  }));
}

function recordedOf({ way, recordedAt }: { way: string | null; recordedAt: Date | null }): Recorded | null {
  return way && recordedAt ? { way: way as AnswerWay, recordedAt } : null;
}

/** The message that a notice tells of, without its text; null for any other notice. */
export async function messageOfNotice(
  tx: Tx,
  controllerId: string,
  noticeId: string,
): Promise<
  | (Pick<ThreadMessage, "id" | "author" | "at"> & {
      readonly requestId: string;
      readonly way: string | null;
    })
  | null
> {
  const found = await tx.threadMessage.findFirst({
    where: { controllerId, noticeId },
    select: { id: true, author: true, createdAt: true, requestId: true, way: true },
  });
  if (!found) return null;
  const { createdAt: at, ...rest } = found;
  return { ...rest, at };
}

/** As `threadOf` for who may not read the texts: who wrote what kind of message when. */
export async function threadOutline(
  controllerId: string,
  requestId: string,
): Promise<Omit<ThreadMessage, "text">[]> {
  const rows = await db().threadMessage.findMany({
    where: { controllerId, requestId },
    orderBy: ORDER,
    select: {
      ...{ id: true, kind: true, author: true, createdAt: true },
      ...{ noticeId: true, way: true, recordedAt: true },
    },
  });
  return rows.map(({ kind, createdAt, way, recordedAt, ...row }) => ({
    ...{ ...row, kind: kind as MessageKind, at: createdAt },
    recorded: recordedOf({ way, recordedAt }),
  }));
}
