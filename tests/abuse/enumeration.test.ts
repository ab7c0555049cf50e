/** Finding out who filed what, without the mail (cases 17 and 18), without limits but for the last test: 5 links a peer. */
import { randomBytes } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { formatReference, readReference, referenceFrom } from "@/lib/domain/intake/reference";
import { MAILS_PER_HOUR } from "@/lib/domain/notice/kinds";
import { startApp, type TestApp } from "@/tests/support/app";
import {
  aProgramsFiling,
  bytesOf,
  expectNoChange,
  expectRefused,
  expectUnharmed,
  fileOver,
  inParallel,
  publicAt,
} from "@/tests/support/attack";
import { useDatabase } from "@/tests/support/database";
import { ACCESS, aFiling, filed } from "@/tests/support/desk";
import { type Answer, createVisitor, send } from "@/tests/support/http";
import { expectSameTime } from "@/tests/support/timing";

const database = useDatabase();
const LIMIT = 5;
let app: TestApp;
let ctx: Ctx;
let slug: string;

beforeAll(async () => {
  app = await startApp({
    database,
    limits: { LINK_PEER: LIMIT, FILING_PEER: 100_000 },
    // Without a worker: what is owed to the mail says whom the application knew.
    settings: { TRUSTED_PROXIES: "127.0.0.1", PROCESS: "web" },
  });
  ctx = await publicAt(app);
  slug = ctx.controller.slug;
});
afterAll(() => app?.stop());
afterEach(async () => {
  await forgetMails();
  await expectUnharmed(app, database);
});

/** Nobody waits for what was to be mailed so far. */
const forgetMails = () =>
  database.query("postgres", `update "Notice" set state = 'recalled' where state = 'owed'`);

let peers = 0;
/** Somebody new, as the proxy in front says. */
const aPeer = (): string => `2001:db8:${Math.floor(++peers / 0xffff)}:${(peers % 0xffff).toString(16)}::1`;
const anAddress = (): string => `${randomBytes(4).toString("hex")}@person.test`;
const aReference = (): string => formatReference(referenceFrom(randomBytes(10)));

/** Orders a link, every time as another peer. */
function order(fields: { reference: string; email: string }, accept = "text/html"): Promise<Answer> {
  const headers = { "x-forwarded-for": aPeer(), accept };
  return createVisitor(app.url).submit("/api/public/my/link", fields, headers);
}

/** Somebody who filed, has had every mail of the hour, and is known in the sense of the attack. */
async function known(): Promise<{ reference: string; email: string }> {
  const email = anAddress();
  const { requests } = await filed(ctx, aFiling([ACCESS], { email }));
  return { reference: requests[0]?.reference as string, email };
}

test("17: whether reference and address are known is told by no byte of the answer and of the page after it", async () => {
  const one = await known();
  const attempts = [
    one,
    { ...one, email: anAddress() },
    { reference: aReference(), email: one.email },
    { reference: aReference(), email: anAddress() },
    { reference: "K7QF29MD4TX", email: anAddress() },
    { reference: "nothing", email: anAddress() },
  ];
  for (const accept of ["text/html", "application/json"]) {
    const answers = await inParallel(attempts.length, 1, (n) =>
      order(attempts[n] as (typeof attempts)[number], accept),
    );
    expect(new Set(answers.map(bytesOf)).size).toBe(1);
    expect(answers[0]?.status).toBe(303);
  }
  const [sent] = await Promise.all([createVisitor(app.url).get("/my?done=sent")]);
  expect(sent?.text).not.toContain(one.email);
});

test("17: nor by the time it takes, in which a known pair is mailed and an unknown one is not", async () => {
  const rounds = 20;
  const pairs = await inParallel(rounds, 4, known);
  await expectSameTime(
    rounds,
    (round) => order(pairs[round] as (typeof pairs)[number]),
    () => order({ reference: aReference(), email: anAddress() }),
  );
  const [mailed] = await database.query<{ n: number }>(
    "postgres",
    `select count(*)::int as n from "Notice" n join "RightsRequest" r on r."filingId" = n."filingId"
     where n.kind = 'fresh_link' and r.reference = any($1)`,
    [pairs.map(({ reference }) => reference)],
  );
  expect(mailed?.n).toBe(rounds);
});

test("17: filing with an address that is known, or has had its mails, looks like filing with any other", async () => {
  const { email } = await known();
  for (let more = 0; more < MAILS_PER_HOUR; more += 1) await filed(ctx, aFiling([ACCESS], { email }));
  const file = (address: string) =>
    fileOver(app, slug, aProgramsFiling({ who: { name: "Ann", email: address } }));
  const shapes = (await Promise.all([file(email), file(anAddress())])).map((answer) =>
    bytesOf(answer).replaceAll(/"[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]"|"\d{4}-[^"]*Z"/g, '""'),
  );
  expect(shapes[0]).toBe(shapes[1]);
  await expectSameTime(
    30,
    () => file(anAddress()),
    () => file(email),
  );
});

test("18: references have no order and no two alike, and each has fifty random bits", async () => {
  const answers = await inParallel(300, 8, () => fileOver(app, slug, aProgramsFiling()));
  const references = answers.map(
    ({ text }) => (JSON.parse(text) as { requests: { reference: string }[] }).requests[0]?.reference ?? "",
  );
  expect(new Set(references).size).toBe(300);
  for (const reference of references) {
    expect(reference).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-Z*~$=]$/);
    expect(readReference(reference)).not.toBeNull();
  }
  const rising = references.filter((reference, n) => n > 0 && reference > (references[n - 1] ?? "")).length;
  expect(rising).toBeGreaterThan(105);
  expect(rising).toBeLessThan(195);
  for (let place = 0; place < 11; place += 1) {
    if (place === 5) continue;
    const letters = new Map<string, number>();
    for (const reference of references)
      letters.set(reference[place] ?? "", (letters.get(reference[place] ?? "") ?? 0) + 1);
    expect(letters.size).toBeGreaterThan(24);
    expect(Math.max(...letters.values())).toBeLessThan(40);
  }
});

test("18: a reference alone opens nothing: a true one and a made-up one are answered alike everywhere", async () => {
  const { reference } = await known();
  await forgetMails();
  const made = readReference(aReference()) as string;
  await expectNoChange(database, async () => {
    const paths = [
      "/my?reference=REF",
      "/my/withdraw/REF",
      "/c/REF",
      `/staff/${slug}/requests/REF`,
      `/${slug}/request/done?reference=REF`,
    ];
    for (const path of paths) {
      const [known, unknown] = await Promise.all(
        [reference, made].map(async (each) => {
          const answer = await send(app.url, {
            path: path.replace("REF", each),
            headers: { accept: "text/html" },
          });
          return bytesOf(answer).replaceAll(each, "REF").replaceAll(formatReference(each), "REF");
        }),
      );
      expect(known).toBe(unknown);
    }
    for (const path of [
      "/api/public/my/reply",
      "/api/public/my/withdraw",
      `/api/staff/${slug}/requests/REF/note`,
    ]) {
      const fields = { reference: "REF", text: "x", idempotencyKey: "k".repeat(20) };
      const [known, unknown] = await Promise.all(
        [reference, made].map(async (each) => {
          const answer = await createVisitor(app.url).submit(path.replace("REF", each), {
            ...fields,
            reference: each,
          });
          return bytesOf(answer).replaceAll(each, "REF");
        }),
      );
      expect(known).toBe(unknown);
      expect(known).toMatch(/^401/);
    }
  });
});

test(`18: after ${LIMIT} orders of a link a peer may guess no more, and others are served`, async () => {
  const peer = aPeer();
  const guess = (from: string) =>
    createVisitor(app.url).submit(
      "/api/public/my/link",
      { reference: aReference(), email: anAddress() },
      { "x-forwarded-for": from },
    );
  await expectNoChange(database, async () => {
    const answers = await inParallel(LIMIT + 1, 1, () => guess(peer));
    expect(answers.map(({ status }) => status)).toEqual([...Array(LIMIT).fill(303), 429]);
    const last = answers.at(-1) as Answer;
    expectRefused(last, [429]);
    expect(Number(last.headers["retry-after"])).toBeGreaterThan(0);
    expect((await guess(aPeer())).status).toBe(303);
  });
});
