/** Cases 60 and 66: nothing changes without its line in the log, and nobody who serves can change the log. */
import type { AuditEventType } from "@/lib/domain/audit/events";
import { startApp, type TestApp } from "@/tests/support/app";
import {
  everything,
  expectNoInnards,
  expectRefused,
  expectUnharmed,
  untilSent,
} from "@/tests/support/attack";
import { useDatabase } from "@/tests/support/database";
import { builtRoutes } from "@/tests/support/routes";
import { ACCESS_CALLS } from "./calls/access-calls";
import { CLOCK_CALLS } from "./calls/clock-calls";
import { DESK_CALLS } from "./calls/desk-calls";
import { FEE_CALLS } from "./calls/fee-calls";
import { type Ground, layGround } from "./calls/ground";
import { IDENTITY_CALLS } from "./calls/identity-calls";
import { PROCESSING_CALLS } from "./calls/processing-calls";
import { PUBLIC_CALLS } from "./calls/public-calls";
import { REGISTER_CALLS } from "./calls/register-calls";
import { TASK_CALLS } from "./calls/task-calls";

const database = useDatabase();
let app: TestApp;
let ground: Ground;

beforeAll(async () => {
  app = await startApp({
    database,
    limits: {
      ...{ DRAFT_SECONDS: 0, LINK_PEER: 10_000, USE_LINK_PEER: 10_000 },
      ...{ FILING_PEER: 10_000, SIGN_IN_PEER: 10_000, ANSWER_HOLD_SECONDS: 60 },
    },
  });
  ground = await layGround(app, database);
});
afterAll(() => app?.stop());
afterEach(() => expectUnharmed(app, database));

const CALLS = [
  ...PUBLIC_CALLS,
  ...ACCESS_CALLS,
  ...DESK_CALLS,
  ...FEE_CALLS,
  ...CLOCK_CALLS,
  ...IDENTITY_CALLS,
  ...REGISTER_CALLS,
  ...TASK_CALLS,
  ...PROCESSING_CALLS,
];

/** Downloads that change nothing; the page they stand on wrote the reading into the log. */
const ONLY_READ = [
  "/api/public/[controller]/draft/receipt",
  "/api/public/[controller]/draft/calendar",
  "/api/public/my/answer/[reference]",
  "/api/public/my/calendar/[reference]",
];

/** What is no change of anything that anybody answers for: a form in progress, a language, the end of a look. */
const UNLOGGED = [
  "/api/public/[controller]/draft",
  "/api/public/[controller]/draft/[step]",
  "/api/public/[controller]/draft/discard",
  "/api/public/language",
  "/api/public/my/sign-out",
  "/api/staff/[controller]/requests/[reference]/draft",
  "/api/staff/[controller]/requests/[reference]/identity/draft",
  "/api/staff/[controller]/requests/[reference]/extension",
  "/api/staff/[controller]/requests/[reference]/letters/[kind]/keep",
  "/api/staff/account/language",
];

test("66: every changing route of the build is tried below", () => {
  const changing = builtRoutes().filter(({ path, kind }) => kind === "handler" && path.startsWith("/api/"));
  const paths = changing
    .map(({ path }) => path)
    .filter((path) => !["/api/health", "/api/ready"].includes(path));
  expect([...new Set(CALLS.map(([route]) => route)), ...UNLOGGED, ...ONLY_READ].toSorted()).toEqual(
    paths.toSorted(),
  );
});

async function eventsOf(type: AuditEventType): Promise<number> {
  const sql = `select count(*)::int as n from "AuditEvent" where type = $1`;
  return (await ground.one<{ n: number }>(sql, type)).n;
}

/** As if the log could take nothing: the right to append is taken from the role that serves. */
async function withoutLog<T>(run: () => Promise<T>): Promise<T> {
  await database.query("postgres", "revoke execute on function audit_append(uuid, jsonb) from habeas_app");
  try {
    return await run();
  } finally {
    await database.query("postgres", "grant execute on function audit_append(uuid, jsonb) to habeas_app");
  }
}

test.each(CALLS)(
  "66: without its line in the log %s changes nothing and answers 503; with it, it does: %s",
  async (_route, event, ready) => {
    const call = await ready(ground);
    await untilSent(database);
    const before = await everything(database);
    const refused = await withoutLog(async () => {
      const answer = await call();
      expect(await everything(database)).toEqual(before);
      return answer;
    });
    expectRefused(refused, [503]);
    expect(refused.headers["retry-after"]).toMatch(/^\d+$/);

    const events = await eventsOf(event);
    const done = await call();
    expect(done.status < 400 ? "done" : done.text).toBe("done");
    expect(await eventsOf(event)).toBeGreaterThan(events);
  },
);

test("66: a request that cannot be logged as opened is not shown", async () => {
  const { reference, email } = await ground.aRequest();
  const path = `/staff/${ground.slug}/requests/${reference}`;
  await untilSent(database);
  const answer = await withoutLog(() => ground.everybody.get(path));
  expect(answer.status).toBeGreaterThanOrEqual(500);
  expect(answer.text).not.toContain(email);
  expectNoInnards(answer.text);
  const events = await eventsOf("request.opened");
  expect((await ground.everybody.get(path)).text).toContain(email);
  expect(await eventsOf("request.opened")).toBe(events + 1);
});

test.each([
  `update "AuditEvent" set line = 'x'`,
  `delete from "AuditEvent"`,
  `truncate "AuditEvent"`,
  `insert into "AuditEvent" ("chainId", seq, at, type, actor, line, hash) values (gen_random_uuid(), 0, now(), 'request.opened', 'public', '{}', '\\x00')`,
  `merge into "AuditEvent" a using (select 1) b on true when matched then delete`,
  `update "AuditHead" set seq = 0`,
  `alter table "AuditEvent" disable trigger all`,
  `drop trigger "AuditEvent_append_only" on "AuditEvent"`,
  `create trigger mine before insert on "AuditEvent" for each row execute function audit_refuse()`,
  `create rule mine as on insert to "AuditEvent" do instead nothing`,
  `alter function audit_append(uuid, jsonb) security invoker`,
  `create or replace function audit_refuse() returns trigger language plpgsql as 'begin return new; end'`,
  `create table public.mine (a int)`,
  `set session_replication_role = replica`,
  `set role habeas_owner`,
  `set session authorization habeas_owner`,
  `copy "AuditEvent" from program 'true'`,
  `copy (select 1) to program 'true'`,
  `select pg_read_file('postgresql.conf')`,
  `select lo_import('/etc/passwd')`,
])("60: the role that serves cannot %s", async (sql) => {
  const before = await everything(database);
  await expect(database.query("habeas_app", sql)).rejects.toThrow(
    /permission denied|must be owner|must be a member/,
  );
  expect(await everything(database)).toEqual(before);
});

test("60: the role that serves can grant itself nothing", async () => {
  await database
    .query("habeas_app", `grant all on "AuditEvent", "AuditHead" to habeas_app`)
    .catch(() => undefined);
  await expect(database.query("habeas_app", `update "AuditEvent" set line = 'x'`)).rejects.toThrow(
    "permission denied",
  );
  await expect(database.query("habeas_app", `update "AuditHead" set seq = 0`)).rejects.toThrow(
    "permission denied",
  );
});

test("60: the application that serves is that role, and a table of its own in the way of the log changes nothing", async () => {
  const [who] = await database.query<{ name: string; super: boolean; roles: number }>(
    "habeas_app",
    `select current_user as name, rolsuper as super,
       (select count(*)::int from pg_auth_members m where m.member = r.oid) as roles from pg_roles r where rolname = current_user`,
  );
  expect(who).toEqual({ name: "habeas_app", super: false, roles: 0 });
  const shadow = `create temporary table "AuditHead" ("chainId" uuid primary key, seq bigint, hash bytea, at timestamptz);
    select audit_append('${ground.ctx.controller.id}', '[{"type":"request.opened","actor":"public","facts":"{}"}]')`;
  const events = await eventsOf("request.opened");
  await database
    .query("habeas_app", shadow)
    .catch((error: Error) => expect(error.message).toMatch(/permission denied/));
  expect(await eventsOf("request.opened")).toBeLessThanOrEqual(events + 1);
});
