/** The demo's data: in every state, through the commands, by nobody real (issue: the demo is made of the real thing). */

import { seedDemo } from "@/lib/cli/demo-seed";
import { setEnv } from "@/lib/env";
import { useDatabase } from "@/tests/support/database";

const database = useDatabase();
const NOW = new Date("2026-11-23T08:00:00Z");
let seed: Awaited<ReturnType<typeof seedDemo>>;

beforeAll(async () => {
  setEnv({ BASE_URL: "http://localhost:3000" });
  seed = await seedDemo({ progress: () => undefined, count: 110, now: NOW });
}, 120_000);

async function numbers(sql: string): Promise<Record<string, number>> {
  const rows = await database.query<{ what: string; n: number }>("postgres", sql);
  return Object.fromEntries(rows.map((row) => [row.what, row.n]));
}

test("both controllers, staff of every role, and a sign-in made for this start alone", () => {
  expect(seed.portals.map((portal) => portal.slug)).toEqual(["norrsken", "fjordlys"]);
  expect(new Set(seed.signIns.map((signIn) => signIn.role))).toEqual(
    new Set(["administrator", "officer", "dpo", "contributor", "auditor"]),
  );
  expect(new Set(seed.signIns.map((signIn) => signIn.password)).size).toBe(seed.signIns.length);
});

test("requests of every right, in every state, with every outcome, some late and most not", async () => {
  const rights = await numbers(`select "right" as what, count(*)::int as n from "RightsRequest" group by 1`);
  expect(Object.keys(rights)).toHaveLength(10);
  const states = await numbers(`select "state" as what, count(*)::int as n from "RightsRequest" group by 1`);
  expect(Object.keys(states).sort()).toEqual(expect.arrayContaining(["closed", "open"]));
  const outcomes = await numbers(
    `select "outcome" as what, count(*)::int as n from "RightsRequest" where "outcome" is not null group by 1`,
  );
  expect(Object.keys(outcomes)).toEqual(
    expect.arrayContaining(["granted", "granted_in_part", "nothing_held", "refused"]),
  );
  const open =
    await numbers(`select case when "workBy" < '2026-11-23' then 'late' else 'in time' end as what, count(*)::int as n
    from "RightsRequest" where "closedAt" is null and "right" not in ('consent_withdrawal', 'marketing_objection') group by 1`);
  expect(open["in time"]).toBeGreaterThan(open.late ?? 0);
});

test("a refusal waits for the data protection officer, a request was opened again, a stop has its proof", async () => {
  const found = await numbers(`
    select 'waiting' as what, count(*)::int as n from "Decision" where "state" = 'awaiting_approval'
    union all select 'superseded', count(*)::int from "Decision" where "state" = 'superseded'
    union all select 'stopped', count(*)::int from "Task" where "kind" = 'stop_marketing' and "state" = 'done'`);
  expect(found.waiting).toBe(1);
  expect(found.superseded).toBe(1);
  expect(found.stopped).toBeGreaterThan(0);
});

test("who had received the data was told by letters, most of which arrived", async () => {
  const letters = await numbers(
    `select "state" as what, count(*)::int as n from "Notice" where "kind" = 'task_letter' group by 1`,
  );
  expect(letters.accepted).toBeGreaterThan(letters.to_post ?? 0);
  expect(letters.to_post).toBeGreaterThan(0);
  const done = await numbers(`select t."state" as what, count(*)::int as n from "Task" t
    join "Notice" n on n."id" = t."noticeId" where n."kind" = 'task_letter' and n."state" = 'accepted' group by 1`);
  expect(Object.keys(done)).toEqual(["done"]);
});

test("the log's times are true and it says that this is seed", async () => {
  const actors = await numbers(
    `select split_part("actor", ':', 1) as what, count(*)::int as n from "AuditEvent" where "chainId" in (select "id" from "Controller") group by 1`,
  );
  expect(Object.keys(actors)).toEqual(["seed"]);
  const [oldest] = await database.query<{ fresh: boolean }>(
    "postgres",
    `select min("at") > now() - interval '1 hour' as fresh from "AuditEvent"`,
  );
  expect(oldest?.fresh).toBe(true);
});

test("no mail of the past is left to be sent", async () => {
  const owed = await database.query<{ n: number }>(
    "postgres",
    `select count(*)::int as n from "Notice" where "state" = 'owed' and "owedAt" < $1`,
    [new Date(NOW.getTime() - 3_600_000)],
  );
  expect(owed[0]?.n).toBe(0);
});
