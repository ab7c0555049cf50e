/** The way in: passwords (case 50), the first administrator (53), invitations (54). */
import { randomBytes } from "node:crypto";
import { inviteFirstAdministrator } from "@/lib/commands/access/invite-first-administrator";
import { verifyPassword } from "@/lib/db/password-hash";
import { startApp, type TestApp } from "@/tests/support/app";
import { expectNoChange, expectRefused, expectUnharmed } from "@/tests/support/attack";
import { useDatabase } from "@/tests/support/database";
import { setupCtx } from "@/tests/support/desk";
import { type Answer, createVisitor, type Visitor } from "@/tests/support/http";
import { isSignedIn, signInFields, trySignIn } from "@/tests/support/sign-in";
import { codeOf, makeController, makeStaff, newestLink, offeredTo, roomInStep } from "@/tests/support/staff";

const database = useDatabase();
let app: TestApp;

beforeAll(async () => {
  app = await startApp({
    database,
    limits: { SIGN_IN_PEER: 10_000, SIGN_IN_FAILURES: 10_000, STAFF_JOIN: 10_000 },
  });
});
afterAll(() => app?.stop());
beforeEach(() => roomInStep(12));
afterEach(() => expectUnharmed(app, database));

const PASSWORD = "eleven grey herons by the weir";
const WHO = { name: "Ada Först", email: "ada@norrvik.example", language: "sv" };
const JOIN_COOKIE = "__Host-habeas.join";

/** Somebody who opened a link. */
async function opened(token: string): Promise<Visitor> {
  const visitor = createVisitor(app.url);
  const answer = await visitor.get(`/staff/join/c/${token}`);
  expect([answer.status, answer.headers.location]).toEqual([303, "/staff/join"]);
  return visitor;
}

async function joining(visitor: Visitor, token: string, more: object = {}, steps = -1): Promise<Answer> {
  const code = codeOf(await offeredTo(token), steps);
  return visitor.postJson("/api/staff/join", { password: PASSWORD, code, ...more });
}

const tokenOf = (url: string) => url.split("/c/")[1] ?? "";
const firstToken = async () => tokenOf((await inviteFirstAdministrator(setupCtx()))?.url ?? "");
const count = async (sql: string) =>
  Number((await database.query<{ n: string }>("postgres", `select count(*) n from ${sql}`))[0]?.n);

test("53: before anybody joined, no password opens anything, and the web offers no way to become the first", async () => {
  await firstToken();
  expect(await count(`"Staff" where "passwordHash" is not null`)).toBe(0);
  await expectNoChange(database, async () => {
    for (const path of [
      "/staff/join",
      "/staff/first-controller",
      "/staff/setup",
      "/setup",
      "/api/setup",
      "/api/staff/setup",
    ]) {
      const answer = await createVisitor(app.url).get(path);
      expect(answer.text).not.toMatch(/otpauth|name="password"/);
    }
    expectRefused(
      await createVisitor(app.url).postJson("/api/staff/join", {
        ...WHO,
        password: PASSWORD,
        code: "123456",
      }),
      [404],
    );
    expectRefused(await createVisitor(app.url).postJson("/api/staff/controllers", {}), [401]);
  });
});

test("53: the first link looked at by scanners, spent by twenty at once, makes one administrator; then the way is closed", async () => {
  const token = await firstToken();
  for (const agent of ["curl/8", "... OneOutlook/1.2023"]) {
    const scanner = createVisitor(app.url);
    await scanner.get(`/staff/join/c/${token}`, { "user-agent": agent });
    await scanner.get("/staff/join", { "user-agent": agent });
  }
  expect(await count(`"StaffLink" where "usedAt" is not null`)).toBe(0);
  const visitors = await Promise.all(Array.from({ length: 20 }, () => opened(token)));
  const answers = await Promise.all(visitors.map((visitor) => joining(visitor, token, WHO)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  for (const answer of answers.filter(({ status }) => status !== 200)) expectRefused(answer, [410]);
  expect(await count(`"Staff"`)).toBe(1);
  expect(await inviteFirstAdministrator(setupCtx())).toBeNull();
  expectRefused(await joining(await opened(token), token, WHO, 0), [410]);
});

test("53: after a restore of this database the way stays closed, and no common password is anybody's", async () => {
  expect(await inviteFirstAdministrator(setupCtx())).toBeNull();
  const hashes = await database.query<{ hash: string }>(
    "postgres",
    `select "passwordHash" as hash from "Staff"`,
  );
  for (const { hash } of hashes) {
    for (const common of [
      "",
      "admin",
      "password",
      "habeas",
      "changeme",
      "password1234567",
      "administrator",
    ]) {
      expect(await verifyPassword(hash, common)).toBe(false);
    }
    expect(await verifyPassword(hash, PASSWORD)).toBe(true);
  }
});

describe("an invitation", () => {
  async function invited() {
    const controller = await makeController();
    const admin = await makeStaff(controller.id, ["administrator"]);
    const browser = createVisitor(app.url);
    await trySignIn(browser, signInFields(admin));
    const email = `kim.${randomBytes(4).toString("hex")}@norrvik.example`;
    const colleague = { name: "Kim Kollega", email, language: "en", roles: ["officer"] };
    const path = `/api/staff/${controller.slug}/staff`;
    expect((await browser.postJson(`${path}/invite`, colleague)).status).toBe(200);
    const [row] = await database.query<{ id: string }>(
      "postgres",
      `select id from "Staff" order by "createdAt" desc limit 1`,
    );
    const staffId = row?.id ?? "";
    return { controller, browser, path, email, staffId, token: await newestLink(database, staffId) };
  }

  test.each([
    ["fourteen chars", 400],
    ["fifteen chars!!", 200],
    [`${"seven amber kites over the fell, then home 🦊 ".padEnd(60, "z9").slice(0, 58)} räksmörgås`, 200],
    [`${"grön ö, å! ".repeat(10)}kvarn slut 9q`.slice(0, 128).padEnd(128, "xk"), 200],
    [`${"grön ö, å! ".repeat(10)}kvarn slut 9q`.slice(0, 128).padEnd(129, "xk"), 400],
    ["password1234567", 400],
    ["habeas habeas 1234", 400],
    ["Kim-Kollega-norrvik", 400],
    ["qwertyuiopasdfgh", 400],
  ])("50: %j gets %i", async (password, status) => {
    const { token } = await invited();
    const answer = await joining(await opened(token), token, { password });
    if (status === 400) expectRefused(answer);
    expect(answer.status).toBe(status);
  });

  test("50: nothing of a long password is cut: its last byte counts", async () => {
    const { token, email } = await invited();
    const long = "sju gröna ballonger över fjärden medan klockan slår fem och måsarna skrattar åt färjan 7";
    expect(Buffer.byteLength(long)).toBeGreaterThan(73);
    expect((await joining(await opened(token), token, { password: long })).status).toBe(200);
    const secret = await offeredTo(token);
    const attempt = async (password: string, steps: number) =>
      (await trySignIn(createVisitor(app.url), { email, password, code: codeOf(secret, steps) })).status;
    expect(await attempt(`${long.slice(0, -1)}8`, 0)).toBe(401);
    expect(await attempt(long.slice(0, -1), 0)).toBe(401);
    expect(await attempt(`${long} `, 0)).toBe(401);
    expect(await attempt(long, 0)).toBe(200);
  });

  test("54: is good once, and for its own person, roles and address", async () => {
    const { token, staffId, email } = await invited();
    const visitor = await opened(token);
    for (const more of [
      { roles: ["administrator"] },
      { staffId: "x" },
      { role: "administrator" },
      { id: staffId },
    ]) {
      expectRefused(await joining(visitor, token, more));
    }
    expect((await joining(visitor, token, { email: "other@norrvik.example", name: "Other" })).status).toBe(
      200,
    );
    expect(visitor.cookies.has(JOIN_COOKIE)).toBe(false);
    const roles = await database.query<{ role: string }>(
      "postgres",
      `select role from "StaffRole" where "staffId" = $1`,
      [staffId],
    );
    expect(roles.map(({ role }) => role)).toEqual(["officer"]);
    expectRefused(await joining(await opened(token), token, {}, 0), [410]);
    const secret = await offeredTo(token);
    const other = await trySignIn(createVisitor(app.url), {
      email: "other@norrvik.example",
      password: PASSWORD,
      code: codeOf(secret, 0),
    });
    expect(other.status).toBe(401);
    expect(
      (await trySignIn(createVisitor(app.url), { email, password: PASSWORD, code: codeOf(secret, 0) }))
        .status,
    ).toBe(200);
  });

  test("54: expired, replaced or made up, it changes nothing", async () => {
    const one = await invited();
    await one.browser.postJson(`${one.path}/invite-again`, { staffId: one.staffId });
    const newest = await newestLink(database, one.staffId);
    const two = await invited();
    await database.query(
      "postgres",
      `update "StaffLink" set "expiresAt" = now() - interval '1 second' where "staffId" = $1`,
      [two.staffId],
    );
    await expectNoChange(database, async () => {
      expectRefused(await joining(await opened(one.token), one.token), [410]);
      expectRefused(await joining(await opened(two.token), two.token), [410]);
      const madeUp = randomBytes(32).toString("base64url");
      const stranger = await opened(madeUp);
      expectRefused(
        await stranger.postJson("/api/staff/join", { password: PASSWORD, code: "123456" }),
        [404],
      );
      for (const token of ["x", "a".repeat(200), `${newest}x`, encodeURIComponent(`${newest}/..`)]) {
        const visitor = createVisitor(app.url);
        await visitor.get(`/staff/join/c/${token}`);
        expectRefused(
          await visitor.postJson("/api/staff/join", { password: PASSWORD, code: "123456" }),
          [404],
        );
      }
      const planted = createVisitor(app.url);
      planted.cookies.set(JOIN_COOKIE, newest);
      expectRefused(
        await planted.postJson("/api/staff/join", { password: PASSWORD, code: "123456", token: one.token }),
      );
    });
    expect((await joining(await opened(newest), newest)).status).toBe(200);
  });

  test("54: nobody but an administrator of the place gives roles, and none of another's people", async () => {
    const one = await invited();
    const two = await invited();
    const officer = await makeStaff(one.controller.id, ["officer"]);
    const browser = createVisitor(app.url);
    await trySignIn(browser, signInFields(officer));
    expect(await isSignedIn(browser)).toBe(true);
    const colleague = { name: "X", email: "x@norrvik.example", language: "en", roles: ["administrator"] };
    const roles = { staffId: officer.id, version: 1, roles: ["administrator"] };
    await expectNoChange(database, async () => {
      expectRefused(await browser.postJson(`${one.path}/invite`, colleague), [403]);
      expectRefused(await browser.postJson(`${one.path}/roles`, roles), [403]);
      expectRefused(await browser.postJson(`${two.path}/roles`, roles), [404]);
      expectRefused(await two.browser.postJson(`${two.path}/roles`, roles), [404]);
      expectRefused(await two.browser.postJson(`${one.path}/roles`, roles), [404]);
      expectRefused(
        await two.browser.postJson(`${two.path}/roles`, { ...roles, staffId: { not: "" } }),
        [400],
      );
      expectRefused(await two.browser.postJson(`${two.path}/roles`, { ...roles, roles: ["owner"] }), [400]);
    });
  });

  test("a password is not weaker through the reset or the change of it", async () => {
    const { browser, path, controller } = await invited();
    const officer = await makeStaff(controller.id, ["officer"]);
    const own = createVisitor(app.url);
    await trySignIn(own, signInFields(officer, -1));
    const weak = {
      password: officer.password,
      newPassword: "password1234567",
      code: codeOf(officer.totpSecret, 0),
    };
    expectRefused(await own.postJson("/api/staff/account/password", weak));
    expect((await browser.postJson(`${path}/reset`, { staffId: officer.id })).status).toBe(200);
    const token = await newestLink(database, officer.id);
    expectRefused(await joining(await opened(token), token, { password: "password1234567" }));
    expect(await isSignedIn(own)).toBe(false);
  });
});
