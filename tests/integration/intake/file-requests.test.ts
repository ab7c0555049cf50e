/** Filing: what design.md calls receipt, and the abuse of double submits (security case 15, 16). */
import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { fileRequests } from "@/lib/commands/intake/file-requests";
import { db } from "@/lib/db/client";
import type { Details } from "@/lib/domain/intake/filing";
import { Refused } from "@/lib/domain/kernel/refusal";
import { useDatabase } from "@/tests/support/database";
import { ACCESS, aController, aFiling, filed, publicCtxAt } from "@/tests/support/desk";
import { noticeText } from "@/tests/support/notice-text";

const database = useDatabase();
let ctx: Ctx;

beforeAll(async () => {
  const now = () => new Date("2026-03-05T09:00:00Z");
  ctx = publicCtxAt(await aController(), now);
});

async function counts() {
  const [row] = await database.query<{ n: string }>(
    "postgres",
    `select (select count(*) from "Filing") || ' ' || (select count(*) from "RightsRequest") || ' ' ||
            (select count(*) from "Notice") || ' ' || (select count(*) from "AuditEvent") as n`,
  );
  return row?.n;
}

test("several rights in one filing become several requests with one receipt, one mail and their events", async () => {
  const rectification: Details = { right: "rectification", wrong: "Fel adress", correct: "", complete: "" };
  const consent: Details = { right: "consent_withdrawal", what: "" };
  const receipt = await filed(ctx, aFiling([ACCESS, rectification, consent]));

  expect(receipt.receivedAt).toBe("2026-03-05T09:00:00.000Z");
  expect(receipt.requests.map((r) => [r.right, r.promisedOn])).toEqual([
    ["access", "2026-04-07"],
    ["rectification", "2026-04-07"],
    ["consent_withdrawal", null],
  ]);
  const notices = await database.query("postgres", `select "kind" from "Notice" where "filingId" = $1`, [
    receipt.filingId,
  ]);
  expect(notices).toEqual([{ kind: "receipt" }]);
  const events = await database.query<{ type: string }>(
    "postgres",
    `select "type" from "AuditEvent" where "subjectId" = $1 order by "seq"`,
    [receipt.filingId],
  );
  expect(events.map((e) => e.type)).toEqual(["filing.received", ...Array(3).fill("request.received")]);
  const [filing] = await database.query<{ receivedOn: string; zone: string }>(
    "postgres",
    `select "receivedOn"::text as "receivedOn", "zone" from "Filing" where "id" = $1`,
    [receipt.filingId],
  );
  expect(filing).toEqual({ receivedOn: "2026-03-05", zone: "Europe/Stockholm" });
});

test("nothing that was typed stands in the database in clear", async () => {
  const canary = `kanarie${randomUUID().slice(0, 8)}`;
  const wrong: Details = { right: "rectification", wrong: canary, correct: canary, complete: "" };
  await filed(ctx, aFiling([wrong], { name: canary, email: `${canary}@person.test` }));
  const tables = await database.query<{ name: string }>(
    "postgres",
    `select table_schema || '."' || table_name || '"' as name from information_schema.tables
     where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`,
  );
  expect(tables.length).toBeGreaterThan(25);
  for (const { name } of tables) {
    const [found] = await database.query<{ n: number }>(
      "postgres",
      `select count(*)::int as n from ${name} t
       where t::text ilike $1 or t::text like $2 or t::text like $3`,
      [
        `%${canary}%`,
        `%${Buffer.from(canary).toString("base64").slice(0, -4)}%`,
        `%${Buffer.from(canary).toString("hex")}%`,
      ],
    );
    expect({ name, n: found?.n }).toEqual({ name, n: 0 });
  }
});

test("twenty submits at once with one key are one filing with one receipt", async () => {
  const before = await counts();
  const filing = aFiling();
  const key = randomUUID();
  const receipts = await Promise.all(
    Array.from({ length: 20 }, () => fileRequests(ctx, filing, { idempotencyKey: key, channel: "form" })),
  );
  expect(new Set(receipts.map((r) => r.requests[0]?.reference)).size).toBe(1);
  const [f, r, n, e] = (before ?? "").split(" ").map(Number) as [number, number, number, number];
  expect(await counts()).toBe(`${f + 1} ${r + 1} ${n + 1} ${e + 2}`);
});

test("the same key with other content is refused and changes nothing", async () => {
  const key = randomUUID();
  await fileRequests(ctx, aFiling(), { idempotencyKey: key, channel: "form" });
  const before = await counts();
  const second = fileRequests(ctx, aFiling(), { idempotencyKey: key, channel: "form" });
  await expect(second).rejects.toMatchObject({ refusal: { code: "key_reused" } });
  expect(await counts()).toBe(before);
});

test.each([
  ["no right", { ...aFiling(), requests: [] }, "requests"],
  ["the same right twice", aFiling([ACCESS, ACCESS]), "requests"],
  ["an extra field", { ...aFiling(), status: "closed" }, "status"],
  ["an operator for a text", { ...aFiling(), who: { name: { not: "" }, email: "a@b.test" } }, "who.name"],
  ["a long address", aFiling([ACCESS], { email: `${"a".repeat(250)}@x.se` }), "who.email"],
  ["two addresses", aFiling([ACCESS], { email: "a@x.test,b@evil.test" }), "who.email"],
  ["a header in the name", aFiling([ACCESS], { name: "A\r\nBcc: b@evil.test" }), "who.name"],
  ["a turned text in the name", aFiling([ACCESS], { name: "A\u202Egnp" }), "who.name"],
  ["NUL in a text", aFiling([{ ...ACCESS, subject: "a\u0000b" } as Details]), "requests.0.subject"],
  ["half a character", aFiling([{ ...ACCESS, subject: "a\ud800b" } as Details]), "requests.0.subject"],
])("%s is refused by name and changes nothing", async (_, filing, field) => {
  const before = await counts();
  const refused = await filed(ctx, filing).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refused);
  expect((refused as Refused).refusal).toMatchObject({ code: "bad_input", issues: [{ field }] });
  expect(await counts()).toBe(before);
});

test("a text at its limit is kept byte for byte", async () => {
  const wrong = `${"å".repeat(4_990)}\r\nslut  \t`.slice(0, 5_000);
  await expect(
    filed(ctx, aFiling([{ right: "rectification", wrong, correct: "", complete: "" }])),
  ).resolves.toBeTruthy();
  await expect(
    filed(
      ctx,
      aFiling([
        {
          right: "rectification",
          wrong: `${wrong}${"x".repeat(5_001 - wrong.length)}`,
          correct: "",
          complete: "",
        },
      ]),
    ),
  ).rejects.toBeInstanceOf(Refused);
});

test("from the fourth filing in an hour on, the mails to one address are held, the filings are not", async () => {
  const email = "offer@person.test";
  for (let i = 0; i < 5; i++) await filed(ctx, aFiling([ACCESS], { email }));
  const states = await database.query<{ state: string; n: number }>(
    "postgres",
    `select n."state", count(*)::int as n from "Notice" n join "Filing" f on f."id" = n."filingId"
     where f."emailIndex" = (select "emailIndex" from "Filing" order by "recordedAt" desc, "id" limit 1) or n."state" = 'held'
     group by 1 order by 1`,
  );
  expect(states.find((s) => s.state === "held")?.n).toBe(2);
});

test("without the right to append to the log nothing is filed, and the answer is to try later", async () => {
  const before = await counts();
  await database.query("postgres", `revoke execute on function audit_append(uuid, jsonb) from habeas_app`);
  const refused = filed(ctx, aFiling());
  await expect(refused).rejects.toMatchObject({ refusal: { code: "unavailable" } });
  await database.query("postgres", `grant execute on function audit_append(uuid, jsonb) to habeas_app`);
  expect(await counts()).toBe(before);
});

test("where nobody checked the calendar the receipt gives one day, the safe one, and says why", async () => {
  const controller = await aController({ country: "FR", region: "FR", profile: "gdpr-fr" });
  // One month from 5 November 2026 is a Saturday: by law the last day moves, and nobody relies on that here.
  const receipt = await filed(publicCtxAt(controller, () => new Date("2026-11-05T09:00:00Z")));
  expect(receipt.requests[0]?.promisedOn).toBe("2026-12-05");
  const { id } = await db().notice.findFirstOrThrow({ where: { filingId: receipt.filingId } });
  const text = await noticeText(id);
  expect(text).toContain("Därför arbetar vi mot den 5 december 2026");
  expect(text).not.toContain("7 december");
});
