/**
 * More of everything than a person does (cases 19 and 29, and 9's neighbour: many small calls). Every limit here is 4 a
 * peer, and every test is a peer of its own behind a configured proxy.
 */
import { randomBytes, randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
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
import { filed, filedAndConfirmed } from "@/tests/support/desk";
import { type Answer, createVisitor, send, type Visitor } from "@/tests/support/http";
import { workingToken } from "@/tests/support/link";
import { browserOf } from "@/tests/support/sign-in";
import { makeStaff } from "@/tests/support/staff";

const LIMIT = 4;
const database = useDatabase();
let app: TestApp;
let ctx: Ctx;
let slug: string;

beforeAll(async () => {
  app = await startApp({
    database,
    limits: {
      ...{ FILING_PEER: LIMIT, DRAFT_PEER: LIMIT, DRAFT_STEP_PEER: LIMIT, LINK_PEER: LIMIT },
      ...{ USE_LINK_PEER: LIMIT, SIGN_IN_PEER: LIMIT, DOCUMENT_PEER: LIMIT, DOCUMENT_STAFF: LIMIT },
    },
    settings: { TRUSTED_PROXIES: "127.0.0.1" },
  });
  ctx = await publicAt(app);
  slug = ctx.controller.slug;
  await filed(ctx);
});
afterAll(() => app?.stop());
afterEach(() => expectUnharmed(app, database));

let peers = 0;
const aPeer = (): string => `203.0.113.${++peers}`;
const random = (): string => randomBytes(32).toString("base64url");

const submit = (path: string, fields: Record<string, string>, peer: string): Promise<Answer> =>
  createVisitor(app.url).submit(path, fields, { "x-forwarded-for": peer, accept: "application/json" });

const FLOODS: readonly (readonly [string, (peer: string) => Promise<Answer>])[] = [
  ["filings", (peer) => fileOver(app, slug, aProgramsFiling(), { headers: { "x-forwarded-for": peer } })],
  ["forms begun", (peer) => submit(`/api/public/${slug}/draft`, {}, peer)],
  ["pages of a form", (peer) => submit(`/api/public/${slug}/draft/contact`, { name: "x" }, peer)],
  [
    "orders of a link",
    (peer) => submit("/api/public/my/link", { reference: "K7QF29MD4TX", email: "a@b.test" }, peer),
  ],
  [
    "documents",
    (peer) => createVisitor(app.url).get(`/api/public/${slug}/draft/receipt`, { "x-forwarded-for": peer }),
  ],
  ["uses of a link", (peer) => use(random(), peer)],
  ["sign-ins", (peer) => signIn(peer)],
];

function use(token: string, peer: string): Promise<Answer> {
  const cookie = `__Host-habeas.link=${token}`;
  return send(app.url, {
    method: "POST",
    path: "/api/public/confirm",
    headers: { origin: app.url, cookie, "x-forwarded-for": peer, accept: "application/json" },
  });
}

async function signIn(peer: string): Promise<Answer> {
  const visitor = createVisitor(app.url);
  const { csrfToken } = JSON.parse((await visitor.get("/api/auth/csrf")).text) as { csrfToken: string };
  const fields = {
    csrfToken,
    email: `${randomUUID().slice(0, 8)}@person.test`,
    password: "wrong wrong",
    code: "123456",
  };
  return visitor.postJson("/api/auth/callback/credentials", fields, { "x-forwarded-for": peer });
}

test.each(FLOODS)(
  "19: of many %s from one peer four are served, whatever it says of itself; another peer is",
  async (_what, call) => {
    const peer = aPeer();
    const disguised = (n: number): string => `198.51.100.${n + 1}, 192.0.2.${n + 1}, ${peer}`;
    const answers = await inParallel(3 * LIMIT, 4, (n) => call(disguised(n)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.length - refused.length).toBe(LIMIT);
    for (const answer of refused) {
      expectRefused(answer, [429]);
      expect(Number(answer.headers["retry-after"])).toBeGreaterThan(0);
    }
    await expectNoChange(database, async () => expect((await call(peer)).status).toBe(429));
    expect((await call(aPeer())).status).not.toBe(429);
  },
);

test("19: of many documents to one of the staff four are set, whatever of; a colleague has their own", async () => {
  const { reference } = await filedAndConfirmed(ctx);
  const [one, other] = await inParallel(2, 1, async () =>
    browserOf(app, await makeStaff(ctx.controller.id, ["officer"])),
  );
  const at = `/api/staff/${slug}/requests/${reference}`;
  const dossier = (visitor: Visitor) => visitor.submit(`${at}/assessment/pdf`, {});
  const letter = (visitor: Visitor) => visitor.get(`${at}/letter`, { accept: "application/json" });
  const answers = await inParallel(3 * LIMIT, 4, (n) => (n % 2 ? dossier : letter)(one as Visitor));
  expect(answers.filter(({ status }) => status !== 429)).toHaveLength(LIMIT);
  await expectNoChange(database, async () => {
    for (const act of [dossier, letter]) expect((await act(one as Visitor)).status).toBe(429);
  });
  expect((await dossier(other as Visitor)).status).toBe(200);
});

test("19: what was counted survives the process that counted it, since it is in the database", async () => {
  const [rows] = await database.query<{ n: number; clear: number }>(
    "postgres",
    `select count(*)::int as n, count(*) filter (where key !~ '^[a-z-]+:[A-Za-z0-9_-]{43}$')::int as clear from "RateLimit"`,
  );
  await submit("/api/public/my/link", { reference: "K7QF29MD4TX", email: "a@b.test" }, "203.0.113.250");
  const [after] = await database.query<{ n: number }>(
    "postgres",
    `select count(*)::int as n from "RateLimit"`,
  );
  expect(rows?.clear).toBe(0);
  expect(after?.n).toBe((rows?.n ?? 0) + 1);
});

test("29: tokens tried at random, fifty at a time, all get one answer until there is none, and a true one still works", async () => {
  const true_ = await workingToken(database, (await filed(ctx)).filingId);
  const flood = await expectNoChange(database, () =>
    inParallel(400, 50, (n) => use(random(), `192.0.2.${n % 20}`)),
  );
  const wrong = flood.filter(({ status }) => status === 404);
  const refused = flood.filter(({ status }) => status === 429);
  expect([wrong.length, refused.length]).toEqual([20 * LIMIT, 400 - 20 * LIMIT]);
  expect(new Set(wrong.map(bytesOf)).size).toBe(1);
  for (const length of [0, 1, 42, 44, 4_000]) {
    const answer = await use("x".repeat(length), aPeer());
    expect(bytesOf(answer)).toBe(bytesOf(wrong[0] as Answer));
  }
  const answer = await use(true_, aPeer());
  expect([answer.status, answer.headers.location]).toEqual([303, "/my"]);
});
