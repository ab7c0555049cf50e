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
  /**
   * Says what happened; written into the log as the last statement before commit. What happened at a controller inside
   * an act of the installation names that controller, whose chain it belongs to.
   */
  readonly audit: (entry: AuditEntry, at?: string) => void;
};

/**
 * One domain change: everything in `work` and its audit events commit together or not at all. The
 * events go last, because the head row of the chain is locked until commit.
 * @throws Refused as thrown in `work`; `unavailable` when the database cannot take the change now.
 * @throws Error if `work` changed something without saying what happened.
 */
export async function transact<T>(by: By, work: (work: Work) => Promise<T>): Promise<T> {
  return quietly(async (tx) => {
    const chains = new Map<string, AuditEntry[]>();
    const own = by.controller?.id ?? INSTALLATION_CHAIN;
    const audit: Work["audit"] = (entry, at = own) => {
      chains.set(at, [...(chains.get(at) ?? []), entry]);
    };
    const result = await work({ tx, audit });
    if (chains.size === 0) throw new Error("a domain change must say what happened");
    // Heads are always taken in the same order, so that two acts that need several cannot wait for each other.
    for (const [chain, entries] of [...chains].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      await tx.$queryRaw`select ${append(by, chain, entries)}`;
    }
    return result;
  });
}

/**
 * As `transact`, for a change of which every row is known beforehand: its parts and its events are one statement, so
 * that the head row of the chain is not locked while anything goes to and fro.
 * @param adds each adds rows and returns one for each; none may need what another adds
 * @throws Refused unavailable
 * @throws Error if nothing is said
 */
export async function transactAtOnce(
  by: By & { readonly controller: { readonly id: string } },
  adds: readonly Prisma.Sql[],
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) throw new Error("a domain change must say what happened");
  const { parts, counts } = together(adds);
  // The events wait for the parts because they are appended for their count.
  const statement = Prisma.sql`
    with ${parts}, done as (select ${counts} as "rows")
    select ${append(by, by.controller.id, entries)} from done where "rows" >= 0`;
  await guarded(() => db().$queryRaw(statement));
}

/** Adds the same parts in a transaction in which more is done. */
export async function addTogether(tx: Tx, adds: readonly Prisma.Sql[]): Promise<void> {
  const { parts, counts } = together(adds);
  await tx.$queryRaw(Prisma.sql`with ${parts} select ${counts} as "rows"`);
}

function together(adds: readonly Prisma.Sql[]): { readonly parts: Prisma.Sql; readonly counts: Prisma.Sql } {
  const parts = adds.map((add, n) => Prisma.sql`${part(n)} as (${add})`);
  const counts = adds.map((_, n) => Prisma.sql`(select count(*) from ${part(n)})`);
  return { parts: Prisma.join(parts, ", "), counts: Prisma.join(counts, " + ") };
}

function part(n: number): Prisma.Sql {
  return Prisma.raw(`part_${n}`);
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
  return guarded(() => db().$transaction(work));
}

async function guarded<T>(change: () => Promise<T>): Promise<T> {
  try {
    return await change();
  } catch (error) {
    throw isOutage(error) ? new Refused({ code: "unavailable" }) : error;
  }
}

function append(by: By, chain: string, entries: readonly AuditEntry[]): Prisma.Sql {
  const actor = actorText(by.actor, by.seed ?? false);
  const events = entries.map((entry) => ({
    type: entry.type,
    actor,
    subject: entry.subject ?? null,
    request: entry.request ?? null,
    facts: canonicalFacts(entry.facts ?? {}),
  }));
  return Prisma.sql`audit_append(${chain}::uuid, ${JSON.stringify(events)}::jsonb)`;
}

/** True if the error is the unique rule of a table being broken: somebody else was first. */
export function isDuplicate(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  return error.code === "P2002" || (error.code === "P2010" && error.message.includes("23505"));
}
