import type { Right } from "@/lib/domain/kernel/right";
import type { Ending, RequestState } from "@/lib/domain/request/state";
import { db, type Tx } from "./client";

/** A request of the same address, as a fact. */
export type EarlierRequest = {
  readonly reference: string;
  readonly right: Right;
  readonly state: RequestState;
  readonly outcome: Ending | null;
  readonly receivedAt: Date;
  readonly closedAt: Date | null;
  readonly confirmed: boolean;
  readonly assigneeId: string | null;
};

/**
 * Requests of other filings from the same address at the same controller, newest first; found by its keyed
 * index, so nobody's address is opened.
 */
export async function requestsOfSameAddress(
  controllerId: string,
  filingId: string,
  limit: number,
): Promise<EarlierRequest[]> {
  return db().$queryRaw<EarlierRequest[]>`
    select r."reference", r."right", r."state", r."outcome", r."receivedAt", r."closedAt", r."assigneeId",
      f."confirmedAt" is not null as "confirmed"
    from "Filing" me
    join "Filing" f on f."controllerId" = me."controllerId" and f."emailIndex" = me."emailIndex"
      and f."id" <> me."id"
    join "RightsRequest" r on r."controllerId" = f."controllerId" and r."filingId" = f."id"
    where me."controllerId" = ${controllerId}::uuid and me."id" = ${filingId}::uuid
    order by r."receivedAt" desc, r."id" limit ${limit}`;
}

/**
 * Whether the person of a request has another one that is not answered yet: in the same filing, from the same address
 * (by its keyed index), or in a filing that staff linked with it.
 */
export async function hasOtherOpen(
  request: { readonly id: string; readonly controllerId: string; readonly filingId: string },
  tx: Tx = db(),
): Promise<boolean> {
  const { id, controllerId, filingId } = request;
  const [found] = await tx.$queryRaw<{ others: boolean }[]>`
    select exists (
      select 1 from "Filing" me
      join "Filing" f on f."controllerId" = me."controllerId" and (
        f."id" = me."id" or f."emailIndex" = me."emailIndex" or exists (
          select 1 from "PersonLink" l where l."controllerId" = me."controllerId" and l."removedAt" is null
            and (l."filingId", l."otherFilingId") in ((me."id", f."id"), (f."id", me."id"))))
      join "RightsRequest" r on r."controllerId" = f."controllerId" and r."filingId" = f."id"
      where me."controllerId" = ${controllerId}::uuid and me."id" = ${filingId}::uuid
        and r."id" <> ${id}::uuid and r."state" <> 'closed'
    ) as "others"`;
  return found?.others ?? false;
}
