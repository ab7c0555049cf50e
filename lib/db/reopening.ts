import { randomUUID } from "node:crypto";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { ReopeningSource } from "@/lib/domain/request/reopening";
import { db, type Tx } from "./client";
import { fromDateOrNull } from "./dates";
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
  },
): Promise<{ readonly id: string; readonly commit: string }> {
  const { reason, ...clear } = of;
  const id = randomUUID();
  await tx.reopening.create({ data: { id, ...clear, reasonSealed: seal(handle, place(id), reason) } });
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
  return rows.map(({ id, source, reasonSealed, reachedAt, orderedBy, reopenedAt, reopenedBy }) => ({
    id,
    source: source as ReopeningSource,
    reason: handle && open<string>(handle, place(id), reasonSealed),
    reachedAt,
    orderedBy: fromDateOrNull(orderedBy),
    reopenedAt,
    reopenedBy,
  }));
}
