import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import { db, type Tx } from "./client";
import type { RunReason } from "./clock-run";
import { fromDateColumn, fromDateOrNull } from "./dates";

/** One request whose dates a run moved. */
export type RunLine = {
  readonly requestId: string;
  readonly statutoryBefore: IsoDate | null;
  readonly statutoryAfter: IsoDate | null;
  readonly workByBefore: IsoDate;
  readonly workByAfter: IsoDate;
  readonly promisedOn: IsoDate | null;
};

export async function addRunLines(
  tx: Tx,
  run: { readonly controllerId: string; readonly id: string },
  lines: readonly RunLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await tx.$executeRaw`
    insert into "ClockRunLine" ("controllerId", "runId", "requestId", "statutoryBefore", "statutoryAfter",
      "workByBefore", "workByAfter", "promisedOn")
    select ${run.controllerId}::uuid, ${run.id}::uuid, n."requestId", n."statutoryBefore", n."statutoryAfter",
      n."workByBefore", n."workByAfter", n."promisedOn"
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as n("requestId" uuid, "statutoryBefore" date,
      "statutoryAfter" date, "workByBefore" date, "workByAfter" date, "promisedOn" date)`;
}

/** What a run did to the dates of one request: why, when, and from which to which. */
export type MovedByRun = Omit<RunLine, "requestId" | "promisedOn"> & {
  readonly runId: string;
  readonly because: RunReason | null;
  readonly at: Date;
};

/** Every run that moved the dates of a request, oldest first. */
export async function runsThatMoved(controllerId: string, requestId: string): Promise<MovedByRun[]> {
  type Row = {
    runId: string;
    because: RunReason | null;
    startedAt: Date;
    statutoryBefore: Date | null;
    statutoryAfter: Date | null;
    workByBefore: Date;
    workByAfter: Date;
  };
  const rows = await db().$queryRaw<Row[]>`
    select l.*, r."because", r."startedAt" from "ClockRunLine" l
    join "ClockRun" r on r."controllerId" = l."controllerId" and r."id" = l."runId"
    where l."controllerId" = ${controllerId}::uuid and l."requestId" = ${requestId}::uuid
    order by r."startedAt", r."id"`;
  return rows.map((row) => ({
    ...{ runId: row.runId, because: row.because, at: row.startedAt },
    statutoryBefore: fromDateOrNull(row.statutoryBefore),
    statutoryAfter: fromDateOrNull(row.statutoryAfter),
    workByBefore: fromDateColumn(row.workByBefore),
    workByAfter: fromDateColumn(row.workByAfter),
  }));
}

/** A page of a run's list with the references, those due first at the top. */
export async function runLines(
  run: { readonly controllerId: string; readonly id: string },
  page: number,
  perPage: number,
): Promise<(RunLine & { readonly reference: string; readonly right: Right })[]> {
  type Row = {
    requestId: string;
    reference: string;
    right: string;
    statutoryBefore: Date | null;
    statutoryAfter: Date | null;
    workByBefore: Date;
    workByAfter: Date;
    promisedOn: Date | null;
  };
  const rows = await db().$queryRaw<Row[]>`
    select l.*, r."reference", r."right" from "ClockRunLine" l
    join "RightsRequest" r on r."controllerId" = l."controllerId" and r."id" = l."requestId"
    where l."controllerId" = ${run.controllerId}::uuid and l."runId" = ${run.id}::uuid
    order by l."workByAfter", l."requestId" limit ${perPage} offset ${(page - 1) * perPage}`;
  return rows.map((row) => ({
    requestId: row.requestId,
    reference: row.reference,
    right: row.right as Right,
    statutoryBefore: fromDateOrNull(row.statutoryBefore),
    statutoryAfter: fromDateOrNull(row.statutoryAfter),
    workByBefore: fromDateColumn(row.workByBefore),
    workByAfter: fromDateColumn(row.workByAfter),
    promisedOn: fromDateOrNull(row.promisedOn),
  }));
}
