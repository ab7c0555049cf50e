import { Client } from "pg";
import type { RegisterEntry } from "@/lib/domain/audit/register";
import { readEnv } from "@/lib/env";
import { linesBetween } from "./audit-log";
import { type ClockRow, type RegisterClock, registerClock } from "./register-clock";

const LINES_AT_ONCE = 1_000;
const ROWS_AT_ONCE = 500;

/** The lines of a chain from the first to `to`, in order, a batch at a time. The log only grows, so this is one state. */
export async function* eventLines(chainId: string, to: number): AsyncGenerator<readonly string[]> {
  for (let from = 0; from <= to; from += LINES_AT_ONCE) {
    yield await linesBetween(chainId, from, Math.min(to, from + LINES_AT_ONCE - 1));
  }
}

/** All requests of a controller as they were at one instant. `close` gives its connection back; call it in any case. */
export type Register = {
  readonly count: number;
  readonly batches: AsyncGenerator<readonly RegisterEntry[]>;
  close(): Promise<void>;
};

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;
const instant = (column: string) => `to_char(${column} at time zone 'UTC', ${INSTANT})`;
const date = (column: string) => `to_char(${column}, 'YYYY-MM-DD')`;

/** What happened to a request's clock, as lib/domain/clock takes it. */
const CLOCK_EVENTS = `(select json_agg(json_strip_nulls(json_build_object('id', e."id", 'type', e."type",
      'occurredAt', ${instant('e."occurredAt"')}, 'supersedes', e."supersedes", 'until', e."facts"->>'until'))
      order by e."occurredAt", e."recordedAt")
    from "ClockEvent" e where e."controllerId" = r."controllerId" and e."requestId" = r."id" and e."state" = 'effective')`;

const REGISTER = `
  select r."reference", r."id" as "requestId", r."filingId", r."right", f."channel",
    ${instant('r."receivedAt"')} as "receivedAt", ${date('f."receivedOn"')} as "receivedOn", f."zone",
    f."confirmedAt" is not null as "addressConfirmed", r."state", r."clockStatus",
    ${date('r."targetOn"')} as "targetOn", ${date('r."nominalOn"')} as "nominalOn", ${date('r."safeOn"')} as "safeOn",
    ${date('r."statutoryOn"')} as "statutoryOn", ${date('r."promisedOn"')} as "promisedOn",
    ${date('r."workBy"')} as "workBy", ${date('r."extensionNoticeBy"')} as "extensionNoticeBy",
    ${date('r."refusalBy"')} as "refusalBy", r."assigneeId" is not null as "assigned",
    (select count(*)::int from "ThreadMessage" m where m."controllerId" = r."controllerId"
      and m."requestId" = r."id" and m."kind" = 'question') as "questionsAsked",
    (select count(*)::int from "RequestFlag" g where g."controllerId" = r."controllerId"
      and g."requestId" = r."id" and g."removedAt" is null) as "flagsStanding",
    (select count(*)::int from "Notice" n where n."controllerId" = r."controllerId"
      and n."filingId" = r."filingId" and n."state" = 'failed'
      and (n."requestId" is null or n."requestId" = r."id")) as "noticesFailed",
    ${instant('d."decidedAt"')} as "decidedAt", r."outcome", d."ground" as "refusalGround",
    ${instant('r."closedAt"')} as "closedAt", ${date('(r."closedAt" at time zone f."zone")::date')} as "closedOn",
    r."profile", r."profileVersion", r."ruleVersion", r."calendarRegion", r."calendarVersion", r."holidayPolicy",
    r."ownCalendarVersion", ${CLOCK_EVENTS} as "events",
    (select b."line"::jsonb->'facts'->>'due' from "AuditEvent" b where b."chainId" = r."controllerId"
      and b."requestId" = r."id" and b."type" = 'request.received' order by b."seq" limit 1) as "originalStatutoryOn",
    ${instant('d."effectiveAt"')} as "answeredAt", (d."approvedBy" is not null or exists (select 1 from "Forwarding" w where w."controllerId" = r."controllerId"
      and w."requestId" = r."id" and w."state" = 'effective' and w."approvedBy" is not null)) as "approved",
    (select string_agg(g.ground, '+') from "AuditEvent" b,
        lateral jsonb_array_elements_text(b."line"::jsonb->'facts'->'grounds') as g(ground)
      where b."chainId" = r."controllerId" and b."requestId" = r."id" and b."type" = 'decision.made'
        and b."subjectId" = d."id") as "refusalGrounds",
    a."ground" as "finding", a."state" as "findingState", p."totalMinor"::int as "feeMinor",
    p."currency" as "feeCurrency", p."state" as "feeState",
    (select count(*)::int from "Reopening" o where o."controllerId" = r."controllerId"
      and o."requestId" = r."id") as "timesReopened",
    ${instant('f."recordedAt"')} as "recordedAt",
    case when f."recordedBy" ~ '^(staff|seed):[0-9a-f-]{36}$' then coalesce(
      (select string_agg(s."role", '+' order by s."role") from "StaffRole" s where s."controllerId" = f."controllerId"
        and s."staffId" = split_part(f."recordedBy", ':', 2)::uuid), 'staff') else 'requester' end as "enteredBy"
  from "RightsRequest" r
  join "Filing" f on f."controllerId" = r."controllerId" and f."id" = r."filingId"
  left join "Decision" d on d."controllerId" = r."controllerId" and d."requestId" = r."id" and d."state" in ('awaiting_approval', 'pending', 'effective')
  left join lateral (select t."ground", t."state" from "Assessment" t where t."controllerId" = r."controllerId"
    and t."requestId" = r."id" order by t."version" desc limit 1) a on true
  left join lateral (select t."totalMinor", t."currency", t."state" from "Fee" t where t."controllerId" = r."controllerId"
    and t."requestId" = r."id" order by t."noticedAt" desc limit 1) p on true
  where r."controllerId" = $1
  order by r."receivedAt", r."id"`;

/**
 * Opens the register of a controller's requests on a connection of its own, so that a slow reader holds up
 * nobody: one snapshot, read through a cursor.
 */
export async function openRegister(controllerId: string): Promise<Register> {
  const client = new Client({
    connectionString: readEnv().DATABASE_URL,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
  });
  client.on("error", () => undefined);
  await client.connect();
  const close = () => client.end().catch(() => undefined);
  try {
    await client.query("begin isolation level repeatable read read only");
    const counted = await client.query<{ n: number }>(
      `select count(*)::int as n from "RightsRequest" where "controllerId" = $1`,
      [controllerId],
    );
    await client.query(`declare register no scroll cursor for ${REGISTER}`, [controllerId]);
    return { count: counted.rows[0]?.n ?? 0, batches: batchesOf(client, controllerId, close), close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Row = Omit<RegisterEntry, keyof RegisterClock> & ClockRow;

async function* batchesOf(
  client: Client,
  controllerId: string,
  close: () => Promise<void>,
): AsyncGenerator<readonly RegisterEntry[]> {
  try {
    while (true) {
      const { rows } = await client.query<Row>(`fetch ${ROWS_AT_ONCE} from register`);
      if (rows.length === 0) return;
      yield await Promise.all(
        rows.map(async (row) => ({ ...row, ...(await registerClock(controllerId, row)) })),
      );
    }
  } finally {
    await close();
  }
}
