import type { Customer } from "@/lib/domain/request/forwarding";
import { db, type Tx } from "./client";
import { loadDataKey } from "./data-key";
import { type DataKeyHandle, open, type Place, seal } from "./seal";

type ForwardingState = "pending" | "effective" | "recalled";

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
  const where = { controllerId, requestId, state: { not: "recalled" } };
  const found = await tx.forwarding.findFirst({ where });
  if (!found) return null;
  const customer = open<Customer>(handle, place(found.id), found.customerSealed);
  return { ...found, state: found.state as ForwardingState, customer };
}

/** A forwarding by its id, opened with its request's key. Throws if it is not there. */
export async function forwardedTo(tx: Tx, controllerId: string, id: string): Promise<Forwarding> {
  const { requestId } = await tx.forwarding.findUniqueOrThrow({
    where: { controllerId_id: { controllerId, id } },
    select: { requestId: true },
  });
  const { dataKeyId } = await tx.rightsRequest.findUniqueOrThrow({
    where: { controllerId_id: { controllerId, id: requestId } },
    select: { dataKeyId: true },
  });
  const found = await forwardingOf(controllerId, requestId, await loadDataKey(tx, dataKeyId), tx);
  if (!found) throw new Error(`forwarding ${id} is not there`);
  return found;
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
