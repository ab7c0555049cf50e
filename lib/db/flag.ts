import { randomUUID } from "node:crypto";
import type { FlagGround } from "@/lib/domain/request/flag";
import { db, type Tx } from "./client";
import { commitment, type DataKeyHandle, open, type Place, seal } from "./seal";

/** "May be manifestly unfounded or excessive": somebody's remark with a reason. It decides nothing. */
export type Flag = {
  readonly id: string;
  readonly ground: FlagGround;
  readonly reasonSealed: Uint8Array;
  readonly raisedBy: string;
  readonly raisedAt: Date;
  readonly removedBy: string | null;
  readonly removedAt: Date | null;
};

const place = (id: string): Place => ({ table: "RequestFlag", column: "reasonSealed", row: id });

/** Raises a flag. Returns its id and the commitment to its reason for the log. */
export async function addFlag(
  tx: Tx,
  handle: DataKeyHandle,
  flag: {
    readonly controllerId: string;
    readonly requestId: string;
    readonly ground: FlagGround;
    readonly reason: string;
    readonly raisedBy: string;
    readonly raisedAt: Date;
  },
): Promise<{ readonly id: string; readonly commit: string }> {
  const { reason, ...row } = flag;
  const id = randomUUID();
  await tx.requestFlag.create({ data: { ...row, id, reasonSealed: seal(handle, place(id), reason) } });
  return { id, commit: commitment(handle, place(id), reason) };
}

export function openReason(handle: DataKeyHandle, flag: { id: string; reasonSealed: Uint8Array }): string {
  return open<string>(handle, place(flag.id), flag.reasonSealed);
}

/** Every flag a request ever had, oldest first; a removed one says when and by whom. */
export async function flagsOf(controllerId: string, requestId: string, tx: Tx = db()): Promise<Flag[]> {
  const rows = await tx.requestFlag.findMany({
    where: { controllerId, requestId },
    orderBy: { raisedAt: "asc" },
  });
  return rows as Flag[];
}

/** Takes a standing flag of a request away; false if there is none of that id. */
export async function takeFlagAway(
  tx: Tx,
  of: { readonly controllerId: string; readonly requestId: string; readonly id: string },
  by: string,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.requestFlag.updateMany({
    where: { controllerId: of.controllerId, requestId: of.requestId, id: of.id, removedAt: null },
    data: { removedBy: by, removedAt: at },
  });
  return count === 1;
}
