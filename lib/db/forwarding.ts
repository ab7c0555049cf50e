import type { Customer } from "@/lib/domain/request/forwarding";
import { db, type Tx } from "./client";
import { loadDataKey } from "./data-key";
import type { Forwarding as Row } from "./generated/client";
import { type DataKeyHandle, open, type Place, seal } from "./seal";

/**
 * pending: its letter has not been accepted yet. superseded: it took effect, and its request was opened again and is
 * answered here; sent_back: by who had to approve it.
 */
type ForwardingState =
  | "awaiting_approval"
  | "pending"
  | "effective"
  | "recalled"
  | "sent_back"
  | "superseded";

/** Of one request one forwarding stands at a time (unique index Forwarding_standing). */
const STANDING: readonly ForwardingState[] = ["awaiting_approval", "pending", "effective"];

/** A request sent on to its customer-controller, opened. It takes effect when its letter was accepted. */
export type Forwarding = {
  readonly id: string;
  readonly requestId: string;
  readonly state: ForwardingState;
  readonly customer: Customer;
  /** What is said to the customer besides. */
  readonly note: string;
  readonly forwardedBy: string;
  readonly forwardedAt: Date;
  readonly effectiveAt: Date | null;
  readonly approvedBy: string | null;
  readonly approvedAt: Date | null;
};

const place = (id: string): Place => ({ table: "Forwarding", column: "customerSealed", row: id });
const notePlace = (id: string): Place => ({ table: "Forwarding", column: "noteSealed", row: id });

/** @param waits no letter is owed before somebody approved it */
export async function saveForwarding(
  tx: Tx,
  handle: DataKeyHandle,
  forwarding: Pick<Forwarding, "id" | "requestId" | "customer" | "note" | "forwardedBy" | "forwardedAt"> & {
    readonly controllerId: string;
    readonly waits: boolean;
  },
): Promise<void> {
  const { customer, note, waits, ...clear } = forwarding;
  await tx.forwarding.create({
    data: {
      ...clear,
      state: (waits ? "awaiting_approval" : "pending") satisfies ForwardingState,
      customerSealed: seal(handle, place(forwarding.id), customer),
      noteSealed: seal(handle, notePlace(forwarding.id), note),
    },
  });
}

/** The forwarding that stands on a request, or null. */
export async function forwardingOf(
  controllerId: string,
  requestId: string,
  handle: DataKeyHandle,
  tx: Tx = db(),
): Promise<Forwarding | null> {
  const where = { controllerId, requestId, state: { in: [...STANDING] } };
  const found = await tx.forwarding.findFirst({ where });
  return found && opened(handle, found);
}

function opened(handle: DataKeyHandle, row: Row): Forwarding {
  const customer = open<Customer>(handle, place(row.id), row.customerSealed);
  const note = row.noteSealed ? open<string>(handle, notePlace(row.id), row.noteSealed) : "";
  return { ...row, state: row.state as ForwardingState, customer, note };
}

/** A forwarding by its id, whatever became of it, opened with its request's key. Throws if it is not there. */
export async function forwardedTo(tx: Tx, controllerId: string, id: string): Promise<Forwarding> {
  const found = await tx.forwarding.findUniqueOrThrow({ where: { controllerId_id: { controllerId, id } } });
  const { dataKeyId } = await tx.rightsRequest.findUniqueOrThrow({
    where: { controllerId_id: { controllerId, id: found.requestId } },
    select: { dataKeyId: true },
  });
  return opened(await loadDataKey(tx, dataKeyId), found);
}

export async function markForwarded(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.forwarding.update({
    where: { id },
    data: { state: "effective" satisfies ForwardingState, effectiveAt: at },
  });
}

/** The forwarding of a request that waits for approval, opened with the request's key, or null. */
export async function waitingForwarding(
  tx: Tx,
  {
    controllerId,
    id,
    dataKeyId,
  }: { readonly controllerId: string; readonly id: string; readonly dataKeyId: string },
): Promise<Forwarding | null> {
  const waits = { controllerId, requestId: id, state: "awaiting_approval" satisfies ForwardingState };
  const found = await tx.forwarding.findFirst({ where: waits });
  return found && opened(await loadDataKey(tx, dataKeyId), found);
}

/** What became of a forwarding that has not taken effect: approved and owed, waiting again, or never to happen. */
export async function saveForwardingState(
  tx: Tx,
  id: string,
  change: {
    readonly state: Exclude<ForwardingState, "effective" | "superseded">;
    readonly approvedBy?: string | null;
    readonly approvedAt?: Date | null;
  },
): Promise<void> {
  await tx.forwarding.update({ where: { id }, data: change });
}

/** The request of a forwarding that took effect was opened again: it is answered here, or sent on anew. */
export async function markForwardingSuperseded(
  tx: Tx,
  controllerId: string,
  requestId: string,
): Promise<void> {
  await tx.forwarding.updateMany({
    where: { controllerId, requestId, state: "effective" satisfies ForwardingState },
    data: { state: "superseded" satisfies ForwardingState },
  });
}

/** The request was not opened again after all: who it was last sent on to is the one to answer, as before. */
export async function markForwardingStanding(tx: Tx, controllerId: string, requestId: string): Promise<void> {
  const last = await tx.forwarding.findFirst({
    where: { controllerId, requestId, state: "superseded" satisfies ForwardingState },
    orderBy: { effectiveAt: "desc" },
  });
  if (last) await markForwarded(tx, last.id, last.effectiveAt as Date);
}
