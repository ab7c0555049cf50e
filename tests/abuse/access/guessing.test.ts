/** Guessing passwords and codes (cases 49 and 51). Each part says the limits it runs under. */
import { startApp, type TestApp } from "@/tests/support/app";
import { expectNoInnards, expectUnharmed } from "@/tests/support/attack";
import { useDatabase } from "@/tests/support/database";
import { type Answer, createVisitor, send } from "@/tests/support/http";
import { browserOf, isSignedIn, signInFields, trySignIn } from "@/tests/support/sign-in";
import { codeOf, makeController, makeStaff, roomInStep, type TestStaff } from "@/tests/support/staff";
import { mediansOf } from "@/tests/support/timing";

const database = useDatabase();
let controller: Awaited<ReturnType<typeof makeController>>;

beforeAll(async () => {
  controller = await makeController();
});

const officer = () => makeStaff(controller.id, ["officer"]);
const wrongOf = (staff: TestStaff) => ({ ...signInFields(staff), password: "wrong wrong wrong wrong" });

async function refusedSignIns(): Promise<{ reason: string }[]> {
  const rows = await database.query<{ line: string }>(
    "postgres",
    `select line from "AuditEvent" where type = 'staff.sign_in_refused' order by seq`,
  );
  return rows.map(({ line }) => JSON.parse(line).facts);
}

/** Tries as a peer behind the configured proxy, without anything kept from before. */
async function tryFrom(app: TestApp, peer: string, fields: object): Promise<Answer> {
  const proxied = { "x-forwarded-for": peer };
  const token = await send(app.url, { path: "/api/auth/csrf", headers: proxied });
  const { csrfToken } = JSON.parse(token.text) as { csrfToken: string };
  const cookie = (token.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");
  const ours = { origin: app.url, accept: "application/json", "content-type": "application/json", cookie };
  return send(app.url, {
    method: "POST",
    path: "/api/auth/callback/credentials",
    headers: { ...ours, ...proxied },
    body: JSON.stringify({ ...fields, csrfToken }),
  });
}

/** The proxy that the application trusts is this machine; whom it names is the peer. */
const BEHIND_PROXY = { TRUSTED_PROXIES: "127.0.0.1" };

/** A peer that was not there before. */
let peers = 0;
const nextPeer = () => `192.0.2.${++peers}`;

describe("49: with eight free failures an account and ten attempts a peer", () => {
  const LIMITS = { SIGN_IN_FAILURES: 8, SIGN_IN_PEER: 10 };
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ database, limits: LIMITS, settings: BEHIND_PROXY });
  });
  afterAll(() => app?.stop());
  beforeEach(() => roomInStep(10));
  afterEach(() => expectUnharmed(app, database));

  test("one account guessed from rotating peers slows down, and its owner still signs in", async () => {
    const staff = await officer();
    const home = await browserOf(app, staff, -1);
    const before = (await refusedSignIns()).length;
    const answers: Answer[] = [];
    for (let n = 0; n < 12; n += 1) answers.push(await tryFrom(app, nextPeer(), wrongOf(staff)));
    expect(answers.map(({ status }) => status)).toEqual([...Array(8).fill(401), ...Array(4).fill(429)]);
    for (const { headers, text } of answers.slice(8)) {
      expect(Number(headers["retry-after"])).toBeGreaterThanOrEqual(1);
      expectNoInnards(text);
    }
    expect((await refusedSignIns()).length - before).toBe(8);
    expect((await tryFrom(app, nextPeer(), signInFields(staff))).status).toBe(429);
    expect((await trySignIn(home, signInFields(staff))).status).toBe(200);
    expect(await isSignedIn(home)).toBe(true);
  });

  test("the slowdown lets go by itself, so that nobody is locked out", async () => {
    const staff = await officer();
    for (let n = 0; n < 9; n += 1) await tryFrom(app, nextPeer(), wrongOf(staff));
    const refused = await tryFrom(app, nextPeer(), signInFields(staff));
    expect(refused.status).toBe(429);
    await new Promise((resolve) => setTimeout(resolve, Number(refused.headers["retry-after"]) * 1000 + 200));
    expect((await tryFrom(app, nextPeer(), signInFields(staff))).status).toBe(200);
  });

  test("no hundred failures in a row: forty at once are eight", async () => {
    const staff = await officer();
    const all = await Promise.all(Array.from({ length: 40 }, () => tryFrom(app, nextPeer(), wrongOf(staff))));
    const counts = (status: number) => all.filter((answer) => answer.status === status).length;
    expect(counts(401)).toBe(8);
    expect(counts(429)).toBe(32);
  });

  test("one peer over many accounts is stopped, another is served", async () => {
    const peer = nextPeer();
    const staff = await officer();
    const answers: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      const answer = await tryFrom(app, peer, {
        email: `nobody${n}@norrvik.example`,
        password: "wrong wrong",
        code: "123456",
      });
      answers.push(answer.status);
    }
    expect(answers).toEqual([...Array(10).fill(401), 429, 429]);
    expect((await tryFrom(app, peer, signInFields(staff))).status).toBe(429);
    expect((await tryFrom(app, nextPeer(), signInFields(staff))).status).toBe(200);
  });
});

describe("without limits", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ database, limits: { SIGN_IN_FAILURES: 1_000_000, SIGN_IN_PEER: 1_000_000 } });
  });
  afterAll(() => app?.stop());
  beforeEach(() => roomInStep(12));
  afterEach(() => expectUnharmed(app, database));

  test("49: an unknown account answers word for word and as slowly as a known one", async () => {
    const staff = await officer();
    const visitor = createVisitor(app.url);
    const known = () => trySignIn(visitor, { ...wrongOf(staff), code: "123456" });
    const unknown = () =>
      trySignIn(visitor, { ...wrongOf(staff), email: "nobody@norrvik.example", code: "123456" });
    const [one, other] = [await known(), await unknown()];
    expect([one.status, one.text]).toEqual([other.status, other.text]);
    expect(one.status).toBe(401);
    for (let n = 0; n < 10; n += 1) await known();
    const differences: number[] = [];
    for (let round = 0; round < 6; round += 1) {
      const [a, b] = await mediansOf(40, known, unknown);
      differences.push(Math.abs(a - b) / Math.max(a, b));
      if ((differences.at(-1) ?? 1) < 0.05) break;
    }
    expect(Math.min(...differences)).toBeLessThan(0.05);
  });

  test("51: a code works once, and only from one step away", async () => {
    const staff = await officer();
    const status = async (steps: number) =>
      (await trySignIn(createVisitor(app.url), signInFields(staff, steps))).status;
    expect(await status(-2)).toBe(401);
    expect(await status(2)).toBe(401);
    expect(await status(-1)).toBe(200);
    expect(await status(-1)).toBe(401);
    expect(await status(0)).toBe(200);
    expect(await status(-1)).toBe(401);
    expect(await status(1)).toBe(200);
    expect(await status(0)).toBe(401);
    const reasons = (await refusedSignIns()).slice(-5).map(({ reason }) => reason);
    expect(reasons).toEqual(["wrong_code", "wrong_code", "used_code", "used_code", "used_code"]);
  });

  test("51: one code used by twenty at once opens one session", async () => {
    const staff = await officer();
    const fields = { ...signInFields(staff), code: codeOf(staff.totpSecret) };
    const all = await Promise.all(
      Array.from({ length: 20 }, () => trySignIn(createVisitor(app.url), fields)),
    );
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    const [open] = await database.query<{ n: string }>(
      "postgres",
      `select count(*) n from "StaffSession" where "staffId" = $1`,
      [staff.id],
    );
    expect(Number(open?.n)).toBe(1);
  });
});

describe("51: with ten free failures, as it is by default", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ database, settings: BEHIND_PROXY });
  });
  afterAll(() => app?.stop());
  afterEach(() => expectUnharmed(app, database));

  test("ten wrong codes with the right password, and it slows down", async () => {
    const staff = await officer();
    const answers: number[] = [];
    for (let n = 0; n < 12; n += 1) {
      answers.push(
        (await tryFrom(app, nextPeer(), { ...signInFields(staff), code: String(100_000 + n) })).status,
      );
    }
    expect(answers).toEqual([...Array(10).fill(401), 429, 429]);
  });
});
