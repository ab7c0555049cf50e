import { type Actor, actorText } from "@/lib/domain/access/actor";
import { canonicalFacts } from "@/lib/domain/audit/canonical";
import type { AuditEntry } from "@/lib/domain/audit/events";
import { isOutage } from "@/lib/domain/kernel/outage";
import { Refused } from "@/lib/domain/kernel/refusal";
import { db, type Tx } from "./client";
import { Prisma } from "./generated/client";

/** The chain of what belongs to the installation and not to a controller. */
export const INSTALLATION_CHAIN = "00000000-0000-0000-0000-000000000000";

/** The part of a command's context that the log needs; without a controller it is the installation's chain. */
type By = { readonly actor: Actor; readonly seed?: true; readonly controller?: { readonly id: string } };

/** What a command's body is given: the tables, and the place to say what happened. */
export type Work = {
  readonly tx: Tx;
  /** Says what happened; written into the log as the last statement before commit. */
  readonly audit: (entry: AuditEntry) => void;
};

/**
 * One domain change: everything in `work` and its audit events commit together or not at all. The
 * events go last, because the head row of the chain is locked until commit.
 * @throws Refused as thrown in `work`; `unavailable` when the database cannot take the change now.
 * @throws Error if `work` changed something without saying what happened.
 */
export async function transact<T>(by: By, work: (work: Work) => Promise<T>): Promise<T> {
  const entries: AuditEntry[] = [];
  return quietly(async (tx) => {
    entries.length = 0;
    const result = await work({ tx, audit: (entry) => entries.push(entry) });
    if (entries.length === 0) throw new Error("a domain change must say what happened");
    await appendAudit(tx, by, entries);
    return result;
  });
}

/** Thrown in `work` when, under the lock, there turns out to be nothing left to do. */
export class NothingToDo extends Error {}

/** The result of a `transact`, or undefined where it found nothing to do. */
export async function orNothing<T>(transaction: Promise<T>): Promise<T | undefined> {
  return transaction.catch((error: unknown) => {
    if (error instanceof NothingToDo) return undefined;
    throw error;
  });
}

/** For what is not a domain change (drafts, session touches, rate limits): a transaction without a log line. */
export async function quietly<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  try {
    return await db().$transaction(work);
  } catch (error) {
    throw isOutage(error) ? new Refused({ code: "unavailable" }) : error;
  }
}

async function appendAudit(tx: Tx, by: By, entries: readonly AuditEntry[]): Promise<void> {
  const actor = actorText(by.actor, by.seed ?? false);
  const events = entries.map((entry) => ({
    type: entry.type,
    actor,
    subject: entry.subject ?? null,
    request: entry.request ?? null,
    facts: canonicalFacts(entry.facts ?? {}),
  }));
  const chain = by.controller?.id ?? INSTALLATION_CHAIN;
  await tx.$queryRaw`select audit_append(${chain}::uuid, ${JSON.stringify(events)}::jsonb)`;
}

/** True if the error is the unique rule of a table being broken: somebody else was first. */
export function isDuplicate(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2002" || (error.code === "P2010" && error.message.includes("23505"));
}
