import type { AuditEventType, AuditFact } from "@/lib/domain/audit/events";
import { db, type Tx } from "./client";

/** One line of the log, taken apart for reading. */
export type LoggedEvent = {
  readonly seq: number;
  readonly at: Date;
  readonly type: AuditEventType;
  /** "staff:<id>", "requester:<filing id>", "public", "system", "seed:..." */
  readonly actor: string;
  readonly subjectId: string | null;
  readonly requestId: string | null;
  readonly facts: Readonly<Record<string, AuditFact>>;
};

type Row = {
  seq: bigint;
  at: Date;
  type: string;
  actor: string;
  subjectId: string | null;
  requestId: string | null;
  line: string;
};

function toEvent({ line, seq, type, ...row }: Row): LoggedEvent {
  const { facts } = JSON.parse(line) as { facts: Record<string, AuditFact> };
  return { ...row, seq: Number(seq), type: type as AuditEventType, facts };
}

const COLUMNS = {
  seq: true,
  at: true,
  type: true,
  actor: true,
  subjectId: true,
  requestId: true,
  line: true,
} as const;

/** What the log says about a request and the rows that belong to it (its filing, its notices), oldest first. */
export async function eventsAbout(
  chainId: string,
  about: { readonly requestId: string; readonly subjectIds: readonly string[] },
  limit: number,
): Promise<LoggedEvent[]> {
  const rows = await db().auditEvent.findMany({
    where: {
      chainId,
      OR: [{ requestId: about.requestId }, { requestId: null, subjectId: { in: [...about.subjectIds] } }],
    },
    orderBy: { seq: "desc" },
    take: limit,
    select: COLUMNS,
  });
  return rows.reverse().map(toEvent);
}

/** The newest events of a chain, newest first; `before` continues where an earlier page ended. */
export async function newestEvents(chainId: string, limit: number, before?: number): Promise<LoggedEvent[]> {
  const rows = await db().auditEvent.findMany({
    where: { chainId, ...(before === undefined ? {} : { seq: { lt: before } }) },
    orderBy: { seq: "desc" },
    take: limit,
    select: COLUMNS,
  });
  return rows.map(toEvent);
}

/** What happened to a request after a place in the log: the types of the events, each once, oldest first. */
export async function eventTypesSince(
  tx: Tx,
  chainId: string,
  requestId: string,
  seq: number,
): Promise<readonly AuditEventType[]> {
  const rows = await tx.auditEvent.findMany({
    where: { chainId, requestId, seq: { gt: seq } },
    orderBy: { seq: "asc" },
    select: { type: true },
  });
  return [...new Set(rows.map((row) => row.type as AuditEventType))];
}

/** The last line of a chain: how many lines there are before it, and its hash in hex. Null for an empty chain. */
export async function headOf(
  chainId: string,
  tx: Tx = db(),
): Promise<{ readonly seq: number; readonly hash: string; readonly at: Date } | null> {
  const head = await tx.auditHead.findUnique({ where: { chainId } });
  return head && { seq: Number(head.seq), hash: Buffer.from(head.hash).toString("hex"), at: head.at };
}

/** The lines from one place to another, both included, in order: exactly the text that was hashed. */
export async function linesBetween(chainId: string, from: number, to: number): Promise<string[]> {
  const rows = await db().auditEvent.findMany({
    where: { chainId, seq: { gte: from, lte: to } },
    orderBy: { seq: "asc" },
    select: { line: true },
  });
  return rows.map((row) => row.line);
}
