import type { Reminder, ReminderAudience, ReminderKind } from "@/lib/domain/clock/reminders";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import { db, type Tx } from "./client";
import { fromDateColumn, fromDateOrNull, toDateColumn } from "./dates";

/** An open request as the digest looks at it. */
export type OpenRequest = {
  readonly id: string;
  readonly reference: string;
  readonly assigneeId: string | null;
  readonly still: boolean;
  readonly extended: boolean;
  readonly right: Right;
  readonly receivedAt: Date;
  readonly zone: string;
  /** The receipt has left: the mail server took it, or its posting was recorded. */
  readonly confirmed: boolean;
  readonly receivedOn: IsoDate;
  readonly targetOn: IsoDate | null;
  readonly extensionNoticeBy: IsoDate | null;
  readonly refusalBy: IsoDate | null;
  readonly workBy: IsoDate;
};

/** Every request of a controller that is open; those due first. An answer on its way needs nobody any more. */
export async function openForReminders(controllerId: string): Promise<OpenRequest[]> {
  type Row = Omit<OpenRequest, "receivedOn" | "targetOn" | "extensionNoticeBy" | "refusalBy" | "workBy"> & {
    receivedOn: Date;
    targetOn: Date | null;
    extensionNoticeBy: Date | null;
    refusalBy: Date | null;
    workBy: Date;
  };
  const rows = await db().$queryRaw<Row[]>`
    select r."id", r."reference", r."assigneeId", r."clockStatus" in ('paused', 'not_started') as "still",
      exists (select 1 from "ClockEvent" e where e."controllerId" = r."controllerId" and e."requestId" = r."id"
        and e."type" = 'extend' and e."state" = 'effective') as "extended",
      r."right", f."receivedAt", f."zone",
      exists (select 1 from "Notice" n where n."controllerId" = f."controllerId" and n."filingId" = f."id"
        and n."kind" = 'receipt' and n."state" = 'accepted') as "confirmed",
      f."receivedOn", r."targetOn", r."extensionNoticeBy", r."refusalBy", r."workBy"
    from "RightsRequest" r join "Filing" f on f."controllerId" = r."controllerId" and f."id" = r."filingId"
    where r."controllerId" = ${controllerId}::uuid and r."closedAt" is null and r."state" <> 'answer_pending'
    order by r."workBy", r."id"`;
  return rows.map((row) => ({
    ...row,
    receivedOn: fromDateColumn(row.receivedOn),
    targetOn: fromDateOrNull(row.targetOn),
    extensionNoticeBy: fromDateOrNull(row.extensionNoticeBy),
    refusalBy: fromDateOrNull(row.refusalBy),
    workBy: fromDateColumn(row.workBy),
  }));
}

/** A reminder of one request. */
export type RequestReminder = Reminder & { readonly requestId: string };

/** Notes what is reminded of; returns what was not noted before, which alone is to be mailed. */
export async function noteReminders(
  tx: Tx,
  controllerId: string,
  reminders: readonly RequestReminder[],
  at: Date,
): Promise<
  { readonly requestId: string; readonly kind: ReminderKind; readonly audience: ReminderAudience }[]
> {
  const rows = reminders.map(({ requestId, kind, on, audience }) => ({ requestId, kind, on, audience }));
  return tx.$queryRaw`
    insert into "Reminder" ("controllerId", "requestId", "kind", "on", "audience", "remindedAt")
    select ${controllerId}::uuid, n."requestId", n."kind", n."on", n."audience", ${at}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n("requestId" uuid, "kind" text, "on" date, "audience" text)
    on conflict do nothing returning "requestId", "kind", "audience"`;
}

/** Whether the digest of a day is finished. */
export async function isDigestDone(controllerId: string, on: IsoDate): Promise<boolean> {
  return (await db().digestDay.count({ where: { controllerId, on: toDateColumn(on) } })) > 0;
}

export async function finishDigest(tx: Tx, controllerId: string, on: IsoDate, at: Date): Promise<void> {
  await tx.digestDay.createMany({
    data: [{ controllerId, on: toDateColumn(on), finishedAt: at }],
    skipDuplicates: true,
  });
}
