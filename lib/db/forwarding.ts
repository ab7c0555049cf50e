import type { Customer } from "@/lib/domain/request/forwarding";
import { db, type Tx } from "./client";
import { loadDataKey } from "./data-key";
import type { Forwarding as Row } from "./generated/client";
import { type DataKeyHandle, open, type Place, seal } from "./seal";

/** superseded: it took effect, and its request was opened again and is answered here. */
type ForwardingState = "pending" | "effective" | "recalled" | "superseded";

const STANDING: readonly ForwardingState[] = ["pending", "effective"];

/** A request sent on to its customer-controller, opened. It takes effect when its letter was accepted. */
export type Forwarding = {
  readonly id: string;
  readonly requestId: string;
  readonly state: ForwardingState;
  readonly customer: Customer;
  readonly forwardedBy: string;
  readonly forwardedAt: Date;
  readonly effectiveAt: Date | null;
};

const place = (id: string): Place => ({ table: "Forwarding", column: "customerSealed", row: id });

export async function saveForwarding(
  tx: Tx,
  handle: DataKeyHandle,
  forwarding: Omit<Forwarding, "state" | "effectiveAt"> & { readonly controllerId: string },
): Promise<void> {
  const { customer, ...clear } = forwarding;
  await tx.forwarding.create({
    data: {
      ...clear,
      state: "pending" satisfies ForwardingState,
      customerSealed: seal(handle, place(forwarding.id), customer),
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
  return { ...row, state: row.state as ForwardingState, customer };
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

/** The forwarding that stands on a request never happens: it was taken back before it left. */
export async function markForwardingRecalled(tx: Tx, controllerId: string, requestId: string): Promise<void> {
  await tx.forwarding.updateMany({
    where: { controllerId, requestId, state: "pending" satisfies ForwardingState },
    data: { state: "recalled" satisfies ForwardingState },
  });
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
