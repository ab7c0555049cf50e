import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import {
  COUNTED,
  DUE_SOON_DAYS,
  PAGE_ROWS,
  QUEUE_VIEWS,
  type QueueView,
  type Standing,
} from "@/lib/domain/request/queue";
import type { Ending, RequestState } from "@/lib/domain/request/state";
import { db } from "./client";
import { openDataKey } from "./data-key";
import { openWho } from "./filing";
import { Prisma } from "./generated/client";

/** Whose queue it is, and on which local day of the controller it is looked at. */
export type QueueOf = {
  readonly controllerId: string;
  readonly today: IsoDate;
  readonly staffId: string;
  /** A contributor's queue: nothing but what is assigned to them exists in it. */
  readonly onlyAssigned: boolean;
};

export type QueueFilter = {
  readonly view: QueueView;
  readonly right?: Right | undefined;
  readonly assignee?: string | undefined;
  readonly standing?: Standing | undefined;
  /** Keyed indexes in hex, all of which must be of the person; then closed requests are found too. */
  readonly who?: readonly string[] | undefined;
  /** From 1. */
  readonly page: number;
};

/** A row of the queue as stored; the name is opened only where it may be read. */
export type QueueRow = {
  readonly id: string;
  readonly reference: string;
  readonly right: Right;
  readonly state: RequestState;
  readonly version: number;
  readonly assigneeId: string | null;
  readonly receivedAt: Date;
  readonly workBy: Date;
  readonly waitingSince: Date | null;
  readonly repliedAt: Date | null;
  readonly closedAt: Date | null;
  readonly outcome: Ending | null;
  readonly confirmed: boolean;
  readonly flagged: boolean;
  /** A stop that is due at once and not proven yet. */
  readonly stopNow: boolean;
  /** In the view of tasks: when the first open one is due. */
  readonly taskDueOn: Date | null;
  readonly trouble: "failed" | "held" | "to_post" | null;
  readonly filingId: string;
  readonly whoSealed: Uint8Array;
  readonly dataKeyId: string;
  readonly kekId: string;
  readonly wrapped: Uint8Array | null;
};

const { sql, join, empty } = Prisma;

/** Notices of a request's filing that did not get through or are letters to post, its own and those of the filing as a whole. */
const TROUBLE = sql`
  from "Notice" n where n."controllerId" = r."controllerId" and n."filingId" = r."filingId"
    and n."state" in ('failed', 'held', 'to_post') and (n."requestId" is null or n."requestId" = r."id")`;

function ofView({ controllerId, today, staffId }: QueueOf, view: QueueView): Prisma.Sql {
  const open = sql`r."closedAt" is null`;
  switch (view) {
    case "open":
      return open;
    case "overdue":
      return sql`${open} and r."workBy" < ${today}::date`;
    case "due_week":
      return sql`${open} and r."workBy" between ${today}::date and ${today}::date + ${DUE_SOON_DAYS}::int`;
    case "unassigned":
      return sql`${open} and r."assigneeId" is null`;
    case "mine":
      return sql`${open} and r."assigneeId" = ${staffId}::uuid`;
    case "approval":
      return sql`${open} and r."state" = 'awaiting_approval'`;
    case "tasks":
      return sql`r."id" in (
        select t."requestId" from "Task" t where t."controllerId" = ${controllerId}::uuid and t."state" = 'open'
          and t."dueOn" <= ${today}::date + ${DUE_SOON_DAYS}::int)`;
    case "waiting":
      return sql`${open} and r."waitingSince" is not null`;
    case "replied":
      return sql`${open} and r."repliedAt" is not null and r."waitingSince" is null`;
    case "unconfirmed":
      return sql`${open} and r."filingId" in (
        select f."id" from "Filing" f where f."controllerId" = ${controllerId}::uuid and f."confirmedAt" is null)`;
    case "notices":
      return sql`r."id" in (
        select t."id" from "Notice" n join "RightsRequest" t on t."controllerId" = n."controllerId"
          and t."filingId" = n."filingId" and (n."requestId" is null or n."requestId" = t."id")
        where n."controllerId" = ${controllerId}::uuid and n."state" in ('failed', 'held', 'to_post'))`;
    case "closed":
      return sql`r."closedAt" is not null`;
  }
}

const OF_STANDING: Readonly<Record<Standing, Prisma.Sql>> = {
  open: sql`r."state" = 'open' and r."waitingSince" is null and r."repliedAt" is null`,
  waiting: sql`r."state" = 'open' and r."waitingSince" is not null`,
  replied: sql`r."state" = 'open' and r."waitingSince" is null and r."repliedAt" is not null`,
  awaiting_approval: sql`r."state" = 'awaiting_approval'`,
  answer_pending: sql`r."state" = 'answer_pending'`,
  closed: sql`r."state" = 'closed'`,
};

/** What belongs to the queue at all: one controller's, and for a contributor only their own. */
function ofQueue({ controllerId, onlyAssigned, staffId }: QueueOf): Prisma.Sql {
  const own = onlyAssigned ? sql`and r."assigneeId" = ${staffId}::uuid` : empty;
  return sql`r."controllerId" = ${controllerId}::uuid ${own}`;
}

function conditions(of: QueueOf, { view, right, assignee, standing, who = [] }: QueueFilter): Prisma.Sql {
  const parts = [ofQueue(of)];
  if (who.length === 0) parts.push(ofView(of, view));
  if (right) parts.push(sql`r."right" = ${right}`);
  if (assignee === "nobody") parts.push(sql`r."assigneeId" is null`);
  else if (assignee) parts.push(sql`r."assigneeId" = ${assignee}::uuid`);
  if (standing) parts.push(OF_STANDING[standing]);
  for (const hash of who) {
    parts.push(sql`r."filingId" in (select p."filingId" from "PersonIndex" p
      where p."controllerId" = ${of.controllerId}::uuid and p."hash" = decode(${hash}, 'hex'))`);
  }
  return join(parts, " and ");
}

/** When the first open task of a request is due. */
const TASK_DUE = sql`(select min(t."dueOn") from "Task" t where t."controllerId" = r."controllerId"
  and t."requestId" = r."id" and t."state" = 'open')`;

function isTasks({ view, who = [] }: QueueFilter): boolean {
  return view === "tasks" && who.length === 0;
}

function order({ view, who = [] }: QueueFilter): Prisma.Sql {
  if (who.length > 0) return sql`(r."closedAt" is not null), r."workBy", r."id"`;
  if (view === "closed") return sql`r."closedAt" desc, r."id"`;
  if (view === "tasks") return sql`${TASK_DUE}, r."id"`;
  if (view === "notices")
    return sql`exists (select 1 ${TROUBLE} and n."state" = 'failed') desc, r."workBy", r."id"`;
  return sql`r."workBy", r."id"`;
}

/** One page of the queue, first due first, and whether another follows. */
export async function queuePage(
  of: QueueOf,
  filter: QueueFilter,
): Promise<{ readonly rows: readonly QueueRow[]; readonly more: boolean }> {
  const skip = (filter.page - 1) * PAGE_ROWS;
  const rows = await db().$queryRaw<QueueRow[]>`
    with page as materialized (
      select r.* from "RightsRequest" r where ${conditions(of, filter)}
      order by ${order(filter)} limit ${PAGE_ROWS + 1} offset ${skip}
    )
    select r."id", r."reference", r."right", r."state", r."version", r."assigneeId", r."receivedAt", r."workBy",
      r."waitingSince", r."repliedAt", r."closedAt", r."outcome", r."filingId",
      f."confirmedAt" is not null as "confirmed", f."whoSealed", f."dataKeyId", k."kekId", k."wrapped",
      exists (select 1 from "RequestFlag" g where g."controllerId" = r."controllerId" and g."requestId" = r."id"
        and g."removedAt" is null) as "flagged",
      exists (select 1 from "Task" t where t."controllerId" = r."controllerId" and t."requestId" = r."id"
        and t."state" = 'open' and t."kind" in ('stop_marketing', 'stop_consent')) as "stopNow",
      ${isTasks(filter) ? TASK_DUE : sql`null::date`} as "taskDueOn",
      (select case when bool_or(n."state" = 'failed') then 'failed' when bool_or(n."state" = 'to_post') then 'to_post'
        when count(*) > 0 then 'held' end ${TROUBLE})
        as "trouble"
    from page r
    join "Filing" f on f."controllerId" = r."controllerId" and f."id" = r."filingId"
    join "DataKey" k on k."id" = f."dataKeyId"
    order by ${order(filter)}`;
  return { rows: rows.slice(0, PAGE_ROWS), more: rows.length > PAGE_ROWS };
}

/** Who asked; null once the key was destroyed. */
export function openRowWho(row: QueueRow) {
  if (!row.wrapped) return null;
  return openWho(openDataKey({ id: row.dataKeyId, kekId: row.kekId, wrapped: row.wrapped }), {
    id: row.filingId,
    whoSealed: row.whoSealed,
  });
}

export type QueueCounts = Readonly<Record<QueueView, number>>;

/**
 * How many requests each view has, counted to one past COUNTED and no further, so that the cost does not
 * grow with the queue.
 */
export async function queueCounts(of: QueueOf): Promise<QueueCounts> {
  const columns = QUEUE_VIEWS.map(
    (view) => sql`(select count(*)::int from (select 1 from "RightsRequest" r
      where ${ofQueue(of)} and ${ofView(of, view)} limit ${COUNTED + 1}) x) as ${Prisma.raw(`"${view}"`)}`,
  );
  const [counts] = await db().$queryRaw<QueueCounts[]>`select ${join(columns)}`;
  return counts as QueueCounts;
}
