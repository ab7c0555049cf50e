import type { Details } from "@/lib/domain/intake/filing";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import type { HolidayPolicy } from "@/lib/domain/law/calendar";
import type { Ending, RequestState } from "@/lib/domain/request/state";
import { db, type Tx } from "./client";
import type { projection } from "./clock";
import { makeDataKey } from "./data-key";
import { fromDateColumn, fromDateOrNull } from "./dates";
import { type DataKeyHandle, open, type Place, seal } from "./seal";

/** One right asked for, without what is sealed in it. */
export type RightsRequest = {
  readonly id: string;
  readonly controllerId: string;
  readonly filingId: string;
  readonly reference: string;
  readonly right: Right;
  readonly state: RequestState;
  readonly version: number;
  readonly dataKeyId: string;
  readonly detailsSealed: Uint8Array;
  readonly assigneeId: string | null;
  readonly receivedAt: Date;
  readonly waitingSince: Date | null;
  readonly repliedAt: Date | null;
  readonly closedAt: Date | null;
  readonly outcome: Ending | null;
  readonly clockStatus: string;
  readonly promisedOn: IsoDate | null;
  readonly statutoryOn: IsoDate | null;
  readonly refusalBy: IsoDate | null;
  readonly workBy: IsoDate;
  readonly profile: string;
  readonly calendarRegion: string;
  readonly calendarVersion: number;
  /** The version of the controller's own days; null if there were none. */
  readonly ownCalendarVersion: number | null;
  readonly holidayPolicy: HolidayPolicy;
};

type Row = NonNullable<Awaited<ReturnType<typeof row>>>;

async function row(tx: Tx, controllerId: string, id: string) {
  return tx.rightsRequest.findUnique({ where: { controllerId_id: { controllerId, id } } });
}

function toRequest(found: Row): RightsRequest {
  return {
    ...found,
    right: found.right as Right,
    state: found.state as RequestState,
    outcome: found.outcome as Ending | null,
    promisedOn: fromDateOrNull(found.promisedOn),
    statutoryOn: fromDateOrNull(found.statutoryOn),
    refusalBy: fromDateOrNull(found.refusalBy),
    workBy: fromDateColumn(found.workBy),
    holidayPolicy: found.holidayPolicy as HolidayPolicy,
  };
}

const detailsPlace = (id: string): Place => ({ table: "RightsRequest", column: "detailsSealed", row: id });

export type NewRequest = {
  readonly id: string;
  readonly controllerId: string;
  readonly filingId: string;
  readonly reference: string;
  readonly receivedAt: Date;
  readonly recordedAt: Date;
  readonly details: Details;
  readonly clock: ReturnType<typeof projection>;
};

/** The rows of a new request: its data key and the sealed row itself. */
export function requestRows(request: NewRequest) {
  const key = makeDataKey("request", request.id, request.controllerId, request.recordedAt);
  const { details, recordedAt: _, clock, ...clear } = request;
  return {
    handle: key.handle,
    keyRow: key.row,
    row: {
      ...clear,
      ...clock,
      right: details.right as Right,
      state: "open" satisfies RequestState,
      dataKeyId: key.handle.id,
      detailsSealed: seal(key.handle, detailsPlace(request.id), details),
    },
  };
}

export function openDetails(
  handle: DataKeyHandle,
  request: { id: string; detailsSealed: Uint8Array },
): Details {
  return open<Details>(handle, detailsPlace(request.id), request.detailsSealed);
}

export async function requestById(
  controllerId: string,
  id: string,
  tx: Tx = db(),
): Promise<RightsRequest | null> {
  const found = await row(tx, controllerId, id);
  return found && toRequest(found);
}

export async function requestByReference(
  controllerId: string,
  reference: string,
  tx: Tx = db(),
): Promise<RightsRequest | null> {
  const found = await tx.rightsRequest.findUnique({ where: { reference } });
  return found && found.controllerId === controllerId ? toRequest(found) : null;
}

export async function requestsOfFiling(
  controllerId: string,
  filingId: string,
  tx: Tx = db(),
): Promise<RightsRequest[]> {
  const rows = await tx.rightsRequest.findMany({ where: { controllerId, filingId } });
  return rows.map(toRequest);
}

/** Takes the request's row until commit and returns it as it is then, or null. */
export async function lockRequest(
  tx: Tx,
  controllerId: string,
  reference: string,
): Promise<RightsRequest | null> {
  await tx.$queryRaw`select 1 from "RightsRequest" where "reference" = ${reference} and "controllerId" = ${controllerId}::uuid for no key update`;
  return requestByReference(controllerId, reference, tx);
}

/** As `lockRequest`, by id. */
export async function lockRequestById(
  tx: Tx,
  controllerId: string,
  id: string,
): Promise<RightsRequest | null> {
  await tx.$queryRaw`select 1 from "RightsRequest" where "id" = ${id}::uuid and "controllerId" = ${controllerId}::uuid for no key update`;
  return requestById(controllerId, id, tx);
}

/** What a step changes of a request. */
export type RequestChange = Partial<{
  state: RequestState;
  assigneeId: string | null;
  waitingSince: Date | null;
  repliedAt: Date | null;
  closedAt: Date | null;
  outcome: Ending | null;
}> &
  Partial<ReturnType<typeof projection>>;

/** Changes a locked request and counts its version up. */
export async function saveRequest(tx: Tx, request: RightsRequest, change: RequestChange): Promise<void> {
  await tx.rightsRequest.update({
    where: { controllerId_id: { controllerId: request.controllerId, id: request.id } },
    data: { ...change, version: { increment: 1 } },
  });
}

/**
 * Takes the open requests of a controller from somebody; each counts its version up.
 * @returns their ids
 */
export async function takeOpenFrom(tx: Tx, controllerId: string, staffId: string): Promise<string[]> {
  const taken = await tx.$queryRaw<{ id: string }[]>`
    with theirs as (
      select "id" from "RightsRequest"
      where "controllerId" = ${controllerId}::uuid and "assigneeId" = ${staffId}::uuid and "state" <> 'closed'
      order by "id" for no key update)
    update "RightsRequest" r set "assigneeId" = null, "version" = r."version" + 1
    from theirs where r."id" = theirs."id" returning r."id"`;
  return taken.map(({ id }) => id);
}

/** How many open requests of a controller each of the staff has. */
export async function openByAssignee(controllerId: string): Promise<ReadonlyMap<string, number>> {
  const counted = await db().rightsRequest.groupBy({
    by: ["assigneeId"],
    where: { controllerId, assigneeId: { not: null }, state: { not: "closed" } },
    _count: true,
  });
  return new Map(counted.map(({ assigneeId, _count }) => [assigneeId ?? "", _count]));
}

/** Whose a reference is, before any controller is known; null if nobody's. */
export async function controllerOfReference(
  reference: string,
): Promise<{ readonly controllerId: string; readonly filingId: string } | null> {
  return db().rightsRequest.findUnique({
    where: { reference },
    select: { controllerId: true, filingId: true },
  });
}

/** The references of some requests of a controller, by their ids. */
export async function referencesOf(
  controllerId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db().rightsRequest.findMany({
    where: { controllerId, id: { in: [...new Set(ids)] } },
    select: { id: true, reference: true },
  });
  return new Map(rows.map((found) => [found.id, found.reference]));
}
