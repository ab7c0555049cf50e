import { randomUUID } from "node:crypto";
import type { Money } from "@/lib/domain/fee/paid-on";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { db, type Tx } from "./client";
import { fromDateOrNull, toDateOrNull } from "./dates";
import { commitment, type DataKeyHandle, open, type Place, seal } from "./seal";

export type FeeEventKind =
  | "accepted"
  | "narrowed"
  | "objected"
  | "upheld"
  | "given_in"
  | "unanswered"
  | "payment"
  | "waived"
  | "refund"
  | "closed";

/** pending: it waits for its notice to be accepted; void: that notice was taken back. */
export type FeeEventState = "pending" | "effective" | "void";

/** Something said or done about a fee. `text` and `reference` are null for who may not read them. */
export type FeeEvent = {
  readonly id: string;
  readonly feeId: string;
  readonly kind: FeeEventKind;
  readonly by: string;
  readonly at: Date;
  readonly amountMinor: number | null;
  readonly on: IsoDate | null;
  readonly text: string | null;
  readonly reference: string | null;
  readonly state: FeeEventState;
};

const textPlace = (id: string): Place => ({ table: "FeeEvent", column: "textSealed", row: id });
const referencePlace = (id: string): Place => ({ table: "FeeEvent", column: "referenceSealed", row: id });

/** Writes one down. Returns its id and the commitment to its words, null without any. */
export async function addFeeEvent(
  tx: Tx,
  handle: DataKeyHandle,
  event: {
    readonly controllerId: string;
    readonly feeId: string;
    readonly kind: FeeEventKind;
    readonly by: string;
    readonly at: Date;
    readonly amountMinor?: number;
    readonly on?: IsoDate;
    readonly text?: string;
    readonly reference?: string;
    /** The notice without which it has no effect: it stays pending until that one was accepted. */
    readonly noticeId?: string;
  },
): Promise<{ readonly id: string; readonly commit: string | null }> {
  const id = randomUUID();
  const { text, reference, on, amountMinor, ...clear } = event;
  await tx.feeEvent.create({
    data: {
      ...clear,
      id,
      state: (event.noticeId === undefined ? "effective" : "pending") satisfies FeeEventState,
      amountMinor: amountMinor ?? null,
      on: toDateOrNull(on ?? null),
      textSealed: text ? seal(handle, textPlace(id), text) : null,
      referenceSealed: reference ? seal(handle, referencePlace(id), reference) : null,
    },
  });
  return { id, commit: text ? commitment(handle, textPlace(id), text) : null };
}

/** What happened to some fees, oldest first; opened with `handle`, or without words. */
export async function feeEventsOf(
  controllerId: string,
  feeIds: readonly string[],
  handle: DataKeyHandle | null,
  tx: Tx = db(),
): Promise<FeeEvent[]> {
  const rows = await tx.feeEvent.findMany({
    where: { controllerId, feeId: { in: [...feeIds] } },
    orderBy: { at: "asc" },
  });
  const opened = (place: Place, blob: Uint8Array | null) =>
    handle && blob ? open<string>(handle, place, blob) : null;
  return rows.map((row) => ({
    id: row.id,
    feeId: row.feeId,
    kind: row.kind as FeeEventKind,
    by: row.by,
    at: row.at,
    amountMinor: row.amountMinor === null ? null : Number(row.amountMinor),
    on: fromDateOrNull(row.on),
    text: opened(textPlace(row.id), row.textSealed),
    reference: opened(referencePlace(row.id), row.referenceSealed),
    state: row.state as FeeEventState,
  }));
}

/** The answer to an objection that waits for a notice, without its words; null for any other notice. */
export async function pendingFeeEvent(
  tx: Tx,
  controllerId: string,
  noticeId: string,
): Promise<Pick<FeeEvent, "id" | "feeId" | "kind" | "by" | "on"> | null> {
  const found = await tx.feeEvent.findFirst({ where: { controllerId, noticeId, state: "pending" } });
  return found && { ...found, kind: found.kind as FeeEventKind, on: fromDateOrNull(found.on) };
}

/** The answer to a fee's objection that is on its way, and its notice; null where there is none. */
export async function answerOnItsWay(
  controllerId: string,
  feeId: string,
  tx: Tx = db(),
): Promise<{ readonly id: string; readonly noticeId: string } | null> {
  const found = await tx.feeEvent.findFirst({ where: { controllerId, feeId, state: "pending" } });
  return found?.noticeId ? { id: found.id, noticeId: found.noticeId } : null;
}

export async function settleFeeEvent(tx: Tx, id: string, state: "effective" | "void"): Promise<void> {
  await tx.feeEvent.update({ where: { id, state: "pending" }, data: { state } });
}

/** What came and went of the money of a fee, in minor units: the sums, and each with its day. */
export async function moneyOf(
  tx: Tx,
  controllerId: string,
  feeId: string,
): Promise<{ readonly paid: number; readonly refunded: number; readonly money: readonly Money[] }> {
  const events = await feeEventsOf(controllerId, [feeId], null, tx);
  const money = events.flatMap(({ kind, amountMinor, on }) =>
    (kind === "payment" || kind === "refund") && amountMinor !== null && on !== null
      ? [{ kind, amountMinor, on }]
      : [],
  );
  const sum = (kind: Money["kind"]) =>
    money.filter((each) => each.kind === kind).reduce((all, { amountMinor }) => all + amountMinor, 0);
  return { paid: sum("payment"), refunded: sum("refund"), money };
}
