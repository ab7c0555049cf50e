/** Filings at and past their limits, sent twice, and with characters that are none (cases 7, 8, 15 and 16), without limits. */
import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { db } from "@/lib/db/client";
import { loadDataKey } from "@/lib/db/data-key";
import { filingByKey, openVerbatim, openWho } from "@/lib/db/filing";
import { startApp, type TestApp } from "@/tests/support/app";
import {
  aProgramsFiling,
  everything,
  expectNoChange,
  expectRefused,
  expectUnharmed,
  fileOver,
  inParallel,
  issuesOf,
  publicAt,
  untilSent,
} from "@/tests/support/attack";
import { useDatabase } from "@/tests/support/database";
import { filed } from "@/tests/support/desk";

const database = useDatabase();
let app: TestApp;
let ctx: Ctx;
let slug: string;

beforeAll(async () => {
  app = await startApp({ database, limits: { FILING_PEER: 100_000 } });
  ctx = await publicAt(app);
  slug = ctx.controller.slug;
  await filed(ctx);
});
afterAll(() => app?.stop());
afterEach(() => expectUnharmed(app, database));

const TEXT_LIMIT = 5_000;

test.each([
  [
    "an address of 255 characters",
    ["who", "email"],
    `${"a".repeat(60)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(8)}.se`,
  ],
  ["a name of 201 characters", ["who", "name"], "n".repeat(201)],
  ["a text of one character too many", ["requests", "0", "what"], "å".repeat(TEXT_LIMIT + 1)],
  ["10,000 emoji", ["requests", "0", "what"], "👩‍👩‍👧".repeat(10_000 / 5)],
  ["more rights than there are", ["requests"], Array.from({ length: 11 }, () => ({ right: "access" }))],
])("7: %s is refused at its field, at once", async (_what, place, value) => {
  const filing = aProgramsFiling({ requests: [{ right: "complaint", what: "hello" }] });
  let at = filing as Record<string, unknown>;
  for (const step of place.slice(0, -1)) at = at[step] as Record<string, unknown>;
  at[place.at(-1) as string] = value;
  await expectNoChange(database, async () => {
    const began = performance.now();
    const answer = await fileOver(app, slug, filing);
    expect(performance.now() - began).toBeLessThan(5_000);
    expectRefused(answer);
    expect(issuesOf(answer)).toEqual([
      { field: place.join("."), message: expect.stringMatching(/^[A-ZÅÄÖ].{9,}/) },
    ]);
  });
});

test("7: an address and texts at their limits are kept character by character", async () => {
  const email = `${"a".repeat(60)}@${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(60)}.${"e".repeat(7)}.se`;
  expect(email).toHaveLength(254);
  const piece = "å\r\n\t👩‍👩‍👧é ";
  const what = piece.repeat(TEXT_LIMIT / piece.length).padEnd(TEXT_LIMIT);
  const key = randomUUID();
  const name = "N".repeat(200);
  const filing = aProgramsFiling({ who: { name, email }, requests: [{ right: "complaint", what }] });
  expect((await fileOver(app, slug, filing, { key })).status).toBe(201);
  const kept = await filingByKey(ctx.controller.id, key);
  if (kept === null) throw new Error("It was not kept.");
  const handle = await loadDataKey(db(), kept.dataKeyId);
  expect(openWho(handle, kept)).toMatchObject({ name, email });
  expect(openVerbatim(handle, kept)).toEqual([{ right: "complaint", what }]);
});

test.each([
  ["NUL", '"a\\u0000b"'],
  ["half a character", '"a\\ud800b"'],
  ["the other half", '"\\udc00"'],
  ["an escape of a terminal", '"a\\u001b[2Jb"'],
])("8: %s in a text is refused at its field, in JSON and in the form", async (_what, json) => {
  await expectNoChange(database, async () => {
    for (const [filing, field] of [
      [aProgramsFiling({ requests: [{ right: "complaint", what: "@@" }] }), "requests.0.what"],
      [aProgramsFiling({ who: { name: "@@", email: "ann@person.test" } }), "who.name"],
    ] as const) {
      const answer = await fileOver(app, slug, JSON.stringify(filing).replace('"@@"', json));
      expectRefused(answer);
      expect(issuesOf(answer)).toEqual([{ field, message: expect.any(String) }]);
    }
  });
});

async function counts(): Promise<string> {
  await untilSent(database);
  const now = await everything(database);
  return ["Filing", "RightsRequest", "Notice", "Link", "DataKey"]
    .map((table) => `${table} ${now[`public."${table}"`]?.split(" ")[0]}`)
    .join(", ");
}

test("15: twenty sendings of one filing at once are one filing, one mail and one reference", async () => {
  const filing = aProgramsFiling();
  const key = randomUUID();
  const before = await counts();
  const answers = await inParallel(20, 20, () => fileOver(app, slug, filing, { key }));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(201));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  const more = (text: string, by: Readonly<Record<string, number>>) =>
    text.replaceAll(/(\w+) (\d+)/g, (_, name: string, n: string) => `${name} ${Number(n) + (by[name] ?? 1)}`);
  expect(await counts()).toBe(more(before, { DataKey: 2 }));
  const { who } = filing as { who: { email: string } };
  expect(app.smtp.mails().filter(({ recipients }) => recipients.includes(who.email))).toHaveLength(1);
});

test("16: the same key with another filing is refused, and the first one stays", async () => {
  const key = randomUUID();
  const filing = aProgramsFiling();
  const first = await fileOver(app, slug, filing, { key });
  await expectNoChange(database, async () => {
    expectRefused(await fileOver(app, slug, aProgramsFiling(), { key }), [409]);
    const again = await fileOver(app, slug, filing, { key });
    expect([again.status, again.text]).toEqual([201, first.text]);
  });
});

test("16: one key used for two filings at once keeps one of them whole", async () => {
  const key = randomUUID();
  const filings = [aProgramsFiling(), aProgramsFiling()];
  const before = await counts();
  const answers = await inParallel(20, 20, (n) => fileOver(app, slug, filings[n % 2], { key }));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]));
  expect(new Set(answers.filter(({ status }) => status === 201).map(({ text }) => text)).size).toBe(1);
  expect((await counts()).split(", ")[0]).toBe(
    before.split(", ")[0]?.replace(/\d+$/, (n) => `${Number(n) + 1}`),
  );
});
