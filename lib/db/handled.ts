import type { Handled, Judge, Part } from "@/lib/domain/decision/complaint-judge";
import { db, type Tx } from "./client";
import { earlierOfPerson } from "./signals";
import { staffAt } from "./staff";

/** More earlier requests of one person than this are not looked at; the newest are. */
const LOOKED_AT = 500;

/** Who handled which earlier request, with its reference. */
export type HandledRequest = Handled & { readonly reference: string };

/**
 * What staff did with the earlier requests of whoever made a request: found as the signals find them, by the keyed index
 * of the address and what staff linked. An answer or a forwarding that was taken back, or is still being read, is
 * nothing that anybody was told.
 */
export async function handledEarlier(
  of: { readonly controllerId: string; readonly filingId: string; readonly receivedAt: Date },
  tx: Tx = db(),
): Promise<readonly HandledRequest[]> {
  const { controllerId, filingId, receivedAt } = of;
  const earlier = await earlierOfPerson(controllerId, filingId, receivedAt, LOOKED_AT, tx);
  const references = new Map(earlier.map(({ id, reference }) => [id, reference]));
  const told = {
    state: { in: ["pending", "effective", "superseded"] },
    requestId: { in: [...references.keys()] },
  };
  const where = { controllerId, ...told };
  const decisions = await tx.decision.findMany({ where });
  const forwardings = await tx.forwarding.findMany({ where });
  const found: readonly (readonly [string, string | null, Part])[] = [
    ...earlier.map(({ id, assigneeId }) => [id, assigneeId, "assigned"] as const),
    ...decisions.map(({ requestId, decidedBy }) => [requestId, staffIn(decidedBy), "decided"] as const),
    ...decisions.map(({ requestId, approvedBy }) => [requestId, staffIn(approvedBy), "approved"] as const),
    ...forwardings.map(
      ({ requestId, forwardedBy }) => [requestId, staffIn(forwardedBy), "forwarded"] as const,
    ),
    ...forwardings.map(({ requestId, approvedBy }) => [requestId, staffIn(approvedBy), "approved"] as const),
  ];
  return found.flatMap(([requestId, staffId, part]) =>
    staffId ? [{ requestId, staffId, part, reference: references.get(requestId) ?? "" }] : [],
  );
}

/** "staff:<id>" as a row says who did it. */
function staffIn(by: string | null): string | null {
  return by?.split(":")[1] ?? null;
}

/** Everybody at a controller, with their names: who could decide a complaint is among them. */
export async function judgesAt(
  controllerId: string,
  tx: Tx = db(),
): Promise<readonly (Judge & { readonly name: string })[]> {
  return (await staffAt(controllerId, tx)).map(({ id, roles, who, disabledAt, passwordHash }) => ({
    ...{ id, roles, name: who.name },
    active: disabledAt === null && passwordHash !== null,
  }));
}
