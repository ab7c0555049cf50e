import type { Right } from "@/lib/domain/kernel/right";
import type { Ending, RequestState } from "@/lib/domain/request/state";
import { db } from "./client";

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
