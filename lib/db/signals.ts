import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import type { Ending, RequestState } from "@/lib/domain/request/state";
import { db, type Tx } from "./client";
import { fromDateOrNull } from "./dates";

/** An earlier request of the same person, as it lies in the table. */
export type EarlierOfPerson = {
  readonly id: string;
  readonly reference: string;
  readonly filingId: string;
  readonly right: Right;
  readonly state: RequestState;
  readonly outcome: Ending | null;
  readonly receivedAt: Date;
  readonly closedAt: Date | null;
  readonly statutoryOn: IsoDate | null;
  readonly refusalBy: IsoDate | null;
  readonly dataKeyId: string;
  readonly detailsSealed: Uint8Array;
  readonly assigneeId: string | null;
  readonly confirmed: boolean;
  /** Of an address that only staff took for the same person's. */
  readonly linked: boolean;
};

type Raw = Omit<EarlierOfPerson, "statutoryOn" | "refusalBy"> & {
  readonly statutoryOn: Date | null;
  readonly refusalBy: Date | null;
};

/**
 * Requests received before an instant from the address of a filing (by its keyed index, so that no address is
 * opened), or from an address that staff linked with it; newest first. One link is one step: what is linked with
 * what is linked is not looked at.
 */
export async function earlierOfPerson(
  controllerId: string,
  filingId: string,
  before: Date,
  limit: number,
  tx: Tx = db(),
): Promise<EarlierOfPerson[]> {
  const rows = await tx.$queryRaw<Raw[]>`
    with mine as (
      select f."id" from "Filing" me
      join "Filing" f on f."controllerId" = me."controllerId"
        and (f."id" = me."id" or f."emailIndex" = me."emailIndex")
      where me."controllerId" = ${controllerId}::uuid and me."id" = ${filingId}::uuid
    ), linked as (
      select case when l."filingId" in (select "id" from mine) then l."otherFilingId" else l."filingId" end as "id"
      from "PersonLink" l
      where l."controllerId" = ${controllerId}::uuid and l."removedAt" is null
        and (l."filingId" in (select "id" from mine) or l."otherFilingId" in (select "id" from mine))
    ), theirs as (
      select f."id" from linked
      join "Filing" o on o."controllerId" = ${controllerId}::uuid and o."id" = linked."id"
      join "Filing" f on f."controllerId" = o."controllerId"
        and (f."id" = o."id" or f."emailIndex" = o."emailIndex")
    ), filings as (
      select "id", false as "linked" from mine where "id" <> ${filingId}::uuid
      union
      select "id", true from theirs where "id" not in (select "id" from mine)
    )
    select r."id", r."reference", r."filingId", r."right", r."state", r."outcome", r."receivedAt", r."closedAt",
      r."statutoryOn", r."refusalBy", r."dataKeyId", r."detailsSealed", r."assigneeId",
      f."confirmedAt" is not null as "confirmed", filings."linked"
    from filings
    join "Filing" f on f."controllerId" = ${controllerId}::uuid and f."id" = filings."id"
    join "RightsRequest" r on r."controllerId" = f."controllerId" and r."filingId" = f."id"
    where r."receivedAt" < ${before}
    order by r."receivedAt" desc, r."id" limit ${limit}`;
  return rows.map((row) => ({
    ...row,
    statutoryOn: fromDateOrNull(row.statutoryOn),
    refusalBy: fromDateOrNull(row.refusalBy),
  }));
}
