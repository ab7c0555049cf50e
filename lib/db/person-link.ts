import { randomUUID } from "node:crypto";
import { db, type Tx } from "./client";
import { commitment, type DataKeyHandle, open, type Place, seal } from "./seal";

/** Two filings that staff took for one person's, with the reason. */
export type PersonLink = {
  readonly id: string;
  readonly requestId: string;
  readonly filingId: string;
  readonly otherFilingId: string;
  readonly reasonSealed: Uint8Array;
  readonly linkedBy: string;
  readonly linkedAt: Date;
};

const place = (id: string): Place => ({ table: "PersonLink", column: "reasonSealed", row: id });

/** Links the filing of a request with another. Returns its id and the commitment to the reason. */
export async function addPersonLink(
  tx: Tx,
  handle: DataKeyHandle,
  link: Omit<PersonLink, "id" | "reasonSealed"> & { readonly controllerId: string; readonly reason: string },
): Promise<{ readonly id: string; readonly commit: string }> {
  const id = randomUUID();
  const { reason, ...row } = link;
  await tx.personLink.create({ data: { ...row, id, reasonSealed: seal(handle, place(id), reason) } });
  return { id, commit: commitment(handle, place(id), reason) };
}

/** The standing links that a filing, or another of its address, is part of. */
export async function personLinksOf(
  controllerId: string,
  filingIds: readonly string[],
  tx: Tx = db(),
): Promise<PersonLink[]> {
  const either = { in: [...filingIds] };
  return tx.personLink.findMany({
    where: { controllerId, removedAt: null, OR: [{ filingId: either }, { otherFilingId: either }] },
    orderBy: { linkedAt: "asc" },
  });
}

export function openLinkReason(handle: DataKeyHandle, link: PersonLink): string {
  return open<string>(handle, place(link.id), link.reasonSealed);
}

/** Takes a standing link away; that it was there stays. False if there is none. */
export async function removePersonLink(
  tx: Tx,
  of: { readonly controllerId: string; readonly id: string },
  by: string,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.personLink.updateMany({
    where: { ...of, removedAt: null },
    data: { removedBy: by, removedAt: at },
  });
  return count === 1;
}

/** All filings from the address of a filing, itself first. */
export async function filingsOfAddress(
  controllerId: string,
  filingId: string,
  tx: Tx = db(),
): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select f."id" from "Filing" me
    join "Filing" f on f."controllerId" = me."controllerId" and f."emailIndex" = me."emailIndex"
    where me."controllerId" = ${controllerId}::uuid and me."id" = ${filingId}::uuid
    order by f."receivedAt" limit 500`;
  return [filingId, ...rows.map((row) => row.id).filter((id) => id !== filingId)];
}
