import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { fromDateColumn } from "@/lib/db/dates";
import { openRowWho, type QueueRow, queuePage } from "@/lib/db/queue";
import { staffNames } from "@/lib/db/staff";
import { may, onlyAssigned } from "@/lib/domain/access/access";
import type { StaffActor } from "@/lib/domain/access/actor";
import { seesPerson } from "@/lib/domain/access/sees";
import { localDate } from "@/lib/domain/clock/dates";
import { daysLeft } from "@/lib/domain/clock/days-left";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import { type Standing, standingOf } from "@/lib/domain/request/queue";
import type { Ending } from "@/lib/domain/request/state";
import type { QueueParams } from "@/lib/schemas/request/queue";
import { type Colleague, colleaguesAt } from "./colleagues";

/** One line of the queue, with what the page shows and nothing else. */
export type QueueLine = {
  readonly reference: string;
  readonly version: number;
  /** Null where the reader may not know it. */
  readonly name: string | null;
  /** Whose data it is about, where somebody else asked. */
  readonly subjectName: string | null;
  readonly right: Right;
  readonly standing: Standing;
  readonly outcome: Ending | null;
  /** By when the answer is due; in the view of tasks, by when the first open task is. */
  readonly workBy: IsoDate;
  readonly ofTask: boolean;
  /** Local days of the controller; negative when late, null once closed and nothing is left to do. */
  readonly daysLeft: number | null;
  readonly receivedAt: IsoInstant;
  readonly closedAt: IsoInstant | null;
  readonly assigneeId: string | null;
  readonly assignee: string | null;
  readonly confirmed: boolean;
  readonly flagged: boolean;
  readonly stopNow: boolean;
  readonly trouble: "failed" | "held" | "to_post" | null;
};

export type QueuePage = {
  readonly lines: readonly QueueLine[];
  readonly page: number;
  readonly more: boolean;
  /** Some names are not for the reader. */
  readonly masked: boolean;
  readonly zone: string;
  /** By whom the queue can be filtered; empty for who sees only their own. */
  readonly colleagues: readonly Colleague[];
  readonly offers: { readonly assign: boolean; readonly searchPeople: boolean; readonly enter: boolean };
};

/**
 * A page of the queue, first due first.
 * @throws Refused not_signed_in, not_allowed (also where a person is searched for by who may not)
 */
export async function queue(ctx: Ctx, params: QueueParams): Promise<QueuePage> {
  const staff = authoriseStaff(ctx, params.who ? "person.search" : "queue.read");
  const { zone } = ctx.controller.settings;
  const today = localDate(ctx.now().toISOString(), zone);
  const of = {
    controllerId: ctx.controller.id,
    today,
    staffId: staff.staffId,
    onlyAssigned: onlyAssigned(staff.roles),
  };
  const { rows, more } = await queuePage(of, params);
  const names = await staffNames(rows.flatMap((row) => row.assigneeId ?? []));
  const lines = rows.map((row) => toLine(row, staff, today, names));
  return {
    lines,
    page: params.page,
    more,
    masked: lines.some((line) => line.name === null),
    zone,
    colleagues: of.onlyAssigned ? [] : await colleaguesAt(of.controllerId),
    offers: {
      assign: may(staff.roles, "request.assign"),
      searchPeople: may(staff.roles, "person.search"),
      enter: may(staff.roles, "filing.enter"),
    },
  };
}

function toLine(
  row: QueueRow,
  staff: StaffActor,
  today: IsoDate,
  names: ReadonlyMap<string, string>,
): QueueLine {
  const who = seesPerson(staff, row) ? openRowWho(row) : null;
  const workBy = fromDateColumn(row.taskDueOn ?? row.workBy);
  return {
    reference: row.reference,
    version: row.version,
    name: who?.name ?? null,
    subjectName: who && who.onBehalf !== "self" ? who.subjectName : null,
    right: row.right,
    standing: standingOf(row),
    outcome: row.outcome,
    workBy,
    ofTask: row.taskDueOn !== null,
    daysLeft: row.closedAt && !row.taskDueOn ? null : daysLeft(today, workBy),
    receivedAt: row.receivedAt.toISOString() as IsoInstant,
    closedAt: (row.closedAt?.toISOString() ?? null) as IsoInstant | null,
    assigneeId: row.assigneeId,
    assignee: row.assigneeId && (names.get(row.assigneeId) ?? ""),
    confirmed: row.confirmed,
    flagged: row.flagged,
    stopNow: row.stopNow,
    trouble: row.trouble,
  };
}
