import { randomUUID } from "node:crypto";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { ReopeningSource } from "@/lib/domain/request/reopening";
import type { Ending } from "@/lib/domain/request/state";
import { db, type Tx } from "./client";
import { fromDateOrNull, toDateOrNull } from "./dates";
import { commitment, type DataKeyHandle, open, type Place, seal } from "./seal";

const place = (id: string): Place => ({ table: "Reopening", column: "reasonSealed", row: id });

export type Reopening = {
  readonly id: string;
  readonly source: ReopeningSource;
  /** Null for who may not read it. */
  readonly reason: string | null;
  readonly reachedAt: Date;
  /** By which day an authority or a court ordered the answer. */
  readonly orderedBy: IsoDate | null;
  readonly reopenedAt: Date;
  readonly reopenedBy: string;
  /** It was taken back before its notice left: the request stayed as it was. */
  readonly takenBackAt: Date | null;
};

/** Where a request stood before it was opened again. */
export type BeforeReopening = {
  readonly outcome: Ending | null;
  readonly closedAt: Date | null;
  readonly promisedOn: IsoDate | null;
};

/** Keeps why a request was opened again. Returns its id and the commitment for the log. */
export async function addReopening(
  tx: Tx,
  handle: DataKeyHandle,
  of: {
    readonly controllerId: string;
    readonly requestId: string;
    readonly decisionId: string | null;
    readonly source: ReopeningSource;
    readonly reason: string;
    readonly reachedAt: Date;
    readonly orderedBy: Date | null;
    readonly reopenedAt: Date;
    readonly reopenedBy: string;
    readonly noticeId: string;
    readonly before: BeforeReopening;
  },
): Promise<{ readonly id: string; readonly commit: string }> {
  const { reason, before, ...clear } = of;
  const id = randomUUID();
  await tx.reopening.create({
    data: {
      ...{ id, ...clear, reasonSealed: seal(handle, place(id), reason) },
      outcomeBefore: before.outcome,
      closedAtBefore: before.closedAt,
      promisedBefore: toDateOrNull(before.promisedOn),
    },
  });
  return { id, commit: commitment(handle, place(id), reason) };
}

/** Every time a request was opened again, oldest first. */
export async function reopeningsOf(
  controllerId: string,
  requestId: string,
  handle: DataKeyHandle | null,
): Promise<readonly Reopening[]> {
  const rows = await db().reopening.findMany({
    where: { controllerId, requestId },
    orderBy: { reopenedAt: "asc" },
  });
  return rows.map(({ id, source, reasonSealed, orderedBy, ...row }) => ({
    id,
    source: source as ReopeningSource,
    reason: handle && open<string>(handle, place(id), reasonSealed),
    orderedBy: fromDateOrNull(orderedBy),
    reachedAt: row.reachedAt,
    reopenedAt: row.reopenedAt,
    reopenedBy: row.reopenedBy,
    takenBackAt: row.takenBackAt,
  }));
}

/** The reopening that a notice told of, with where the request stood before; null for any other notice. */
export async function reopeningOfNotice(tx: Tx, controllerId: string, noticeId: string) {
  const found = await tx.reopening.findFirst({ where: { controllerId, noticeId, takenBackAt: null } });
  if (!found) return null;
  const { id, decisionId, reachedAt } = found;
  const before: BeforeReopening = {
    outcome: found.outcomeBefore as Ending | null,
    closedAt: found.closedAtBefore,
    promisedOn: fromDateOrNull(found.promisedBefore),
  };
  return { id, decisionId, reachedAt, before };
}

export async function markReopeningTakenBack(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.reopening.update({ where: { id }, data: { takenBackAt: at } });
}
