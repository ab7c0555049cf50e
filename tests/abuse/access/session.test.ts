/** Staff sessions under attack (cases 45-47 and 52, and the staff side of 26 and 30). */
import { startApp, type TestApp } from "@/tests/support/app";
import { expectNoChange, expectRefused, expectUnharmed, postAs } from "@/tests/support/attack";
import { useDatabase } from "@/tests/support/database";
import { createVisitor, type Visitor } from "@/tests/support/http";
import { browserOf, isSignedIn, signInFields, trySignIn } from "@/tests/support/sign-in";
import { codeOf, makeController, makeStaff, roomInStep, type TestStaff } from "@/tests/support/staff";

const database = useDatabase();
let app: TestApp;
let controller: Awaited<ReturnType<typeof makeController>>;

beforeAll(async () => {
  controller = await makeController();
  app = await startApp({ database, limits: { SIGN_IN_PEER: 10_000, SIGN_IN_FAILURES: 10_000 } });
});
afterAll(() => app?.stop());
beforeEach(() => roomInStep(12));
afterEach(() => expectUnharmed(app, database));

const SESSION = "__Host-habeas.staff";
const officer = () => makeStaff(controller.id, ["officer"]);
const administrator = async () => {
  const staff = await makeStaff(controller.id, ["administrator"]);
  return { staff, browser: await browserOf(app, staff) };
};

/** The same browser with its cookies of now, whatever happens to them later. */
function copyOf(visitor: Visitor): Visitor {
  const copy = createVisitor(app.url);
  for (const [name, value] of visitor.cookies) copy.cookies.set(name, value);
  return copy;
}

describe("45: a session is over on the next request", () => {
  const proof = (staff: TestStaff) => ({ password: staff.password, code: codeOf(staff.totpSecret, 0) });
  const version = async (staff: TestStaff) =>
    (
      await database.query<{ version: number }>("postgres", `select version from "Staff" where id = $1`, [
        staff.id,
      ])
    )[0]?.version;

  const byAdministrator =
    (path: string, body: (staff: TestStaff) => Promise<object> | object) =>
    async (_: Visitor, staff: TestStaff) =>
      (await administrator()).browser.postJson(
        `/api/staff/${controller.slug}/staff/${path}`,
        await body(staff),
      );

  const ways: Record<string, (browser: Visitor, staff: TestStaff) => Promise<unknown>> = {
    "signing out": (browser) => browser.submit("/api/staff/account/sign-out", {}),
    "signing out through next-auth": (browser) => browser.submit("/api/auth/signout", {}),
    "signing out everywhere": (browser) => browser.submit("/api/staff/account/sign-out-everywhere", {}),
    "a new password": (browser, staff) =>
      browser.postJson("/api/staff/account/password", {
        ...proof(staff),
        newPassword: "seven amber kites over the fell",
      }),
    "other roles": byAdministrator("roles", async (staff) => ({
      staffId: staff.id,
      version: await version(staff),
      roles: ["auditor"],
    })),
    "closing the account": byAdministrator("disable", (staff) => ({ staffId: staff.id })),
    "resetting the sign-in": byAdministrator("reset", (staff) => ({ staffId: staff.id })),
  };

  test.each(Object.keys(ways))("after %s", async (way) => {
    const staff = await officer();
    const browser = await browserOf(app, staff, -1);
    const thief = copyOf(browser);
    expect(await isSignedIn(thief)).toBe(true);
    const answer = (await ways[way]?.(browser, staff)) as { status: number; text: string };
    expect([200, 303]).toContain(answer.status);
    expect(await isSignedIn(thief)).toBe(false);
    expectRefused(await thief.postJson("/api/staff/account/recovery-codes", proof(staff)), [401]);
    expect((await thief.get(`/staff/${controller.slug}/settings`)).headers.location).toMatch(
      /^\/staff\/sign-in/,
    );
  });
});

test("46: a session set before signing in is never the one after", async () => {
  const staff = await officer();
  const victim = await browserOf(app, staff, -1);
  const planted = victim.cookies.get(SESSION) ?? "";
  const other = await officer();
  const browser = createVisitor(app.url);
  browser.cookies.set(SESSION, planted);
  expect((await trySignIn(browser, signInFields(other))).status).toBe(200);
  expect(browser.cookies.get(SESSION)).not.toBe(planted);
  expect(await isSignedIn(victim)).toBe(false);
  expect(await isSignedIn(browser)).toBe(true);
});

test("46: what is not one of our cookies opens nothing", async () => {
  const staff = await officer();
  const good = (await browserOf(app, staff)).cookies.get(SESSION) ?? "";
  const sessionId = (
    await database.query<{ id: string }>("postgres", `select id from "StaffSession" where "staffId" = $1`, [
      staff.id,
    ])
  )[0]?.id;
  const flipped = good.slice(0, -3) + (good.at(-3) === "A" ? "B" : "A") + good.slice(-2);
  for (const value of [
    "",
    "x",
    sessionId ?? "",
    `${good}x`,
    flipped,
    good.split(".").slice(0, 3).join("."),
    "eyJhbGciOiJub25lIn0.e30.",
  ]) {
    const browser = createVisitor(app.url);
    browser.cookies.set(SESSION, value);
    expect({ value, signedIn: await isSignedIn(browser) }).toEqual({ value, signedIn: false });
  }
  const bearer = createVisitor(app.url);
  const answer = await bearer.get("/staff/account", { authorization: `Bearer ${good}` });
  expect(answer.status).toBe(307);
});

test("47: every cookie of the staff side is bound to this host and out of reach of scripts", async () => {
  const staff = await officer();
  const visitor = createVisitor(app.url);
  const token = await visitor.get("/api/auth/csrf");
  const { csrfToken } = JSON.parse(token.text) as { csrfToken: string };
  const signedIn = await visitor.postJson("/api/auth/callback/credentials", {
    ...signInFields(staff),
    csrfToken,
  });
  const lines = [...(token.headers["set-cookie"] ?? []), ...(signedIn.headers["set-cookie"] ?? [])];
  const names = lines.map((line) => line.split("=", 1)[0]);
  expect(names).toEqual(expect.arrayContaining([SESSION, "__Host-habeas.csrf", "__Host-habeas.device"]));
  for (const line of lines) {
    const flags = line
      .split(";")
      .slice(1)
      .map((flag) => flag.trim().toLowerCase());
    expect(flags).toEqual(expect.arrayContaining(["path=/", "secure", "samesite=lax"]));
    expect(flags.some((flag) => flag.startsWith("domain"))).toBe(false);
    if (line.startsWith("habeas.lang=")) continue;
    expect(line).toMatch(/^__Host-/);
    expect(flags).toContain("httponly");
  }
});

test("47: the session's cookie holds an id and nothing that can be read", async () => {
  const staff = await officer();
  const value = (await browserOf(app, staff)).cookies.get(SESSION) ?? "";
  const readable = value
    .split(".")
    .map((part) => Buffer.from(part, "base64url").toString("latin1"))
    .join(" ");
  expect(readable).not.toContain(staff.id);
  expect(readable).not.toContain("norrvik");
  expect(value.length).toBeLessThan(600);
});

test("52: there is no half: password without code, or code without password, opens nothing", async () => {
  const staff = await officer();
  const right = signInFields(staff);
  for (const fields of [
    { ...right, code: "" },
    { ...right, code: undefined },
    { ...right, code: "000000" },
    { ...right, password: "" },
    { ...right, password: "wrong wrong wrong wrong" },
    { ...right, code: { not: "" } },
    { ...right, email: { contains: "@" } },
    { ...right, password: ["x"] },
    { ...right, extra: "1" },
  ]) {
    const visitor = createVisitor(app.url);
    expectRefused(await trySignIn(visitor, fields), [400, 401]);
    expect(visitor.cookies.has(SESSION)).toBe(false);
    expect(await isSignedIn(visitor)).toBe(false);
  }
});

test("only next-auth's token and sign-in are there, and without its token nobody signs in", async () => {
  const staff = await officer();
  const visitor = createVisitor(app.url);
  for (const path of [
    "session",
    "providers",
    "signin",
    "signin/credentials",
    "error",
    "_log",
    "callback/credentials",
    "callback/email",
  ]) {
    expect({ path, status: (await visitor.get(`/api/auth/${path}`)).status }).toEqual({ path, status: 404 });
  }
  await expectNoChange(database, async () => {
    for (const path of ["session", "signin", "signin/credentials", "_log", "callback/email"]) {
      expect({ path, status: (await visitor.postJson(`/api/auth/${path}`, {})).status }).toEqual({
        path,
        status: 404,
      });
    }
    expectRefused(await visitor.postJson("/api/auth/callback/credentials", signInFields(staff)), [403]);
    expectRefused(
      await visitor.postJson("/api/auth/callback/credentials", { ...signInFields(staff), csrfToken: "x" }),
      [403],
    );
    for (const body of ["", "{", "[]", "null", '"x"', "1"]) {
      expectRefused(await postAs(app, visitor, "/api/auth/callback/credentials", body), [400, 403]);
    }
    expectRefused(
      await postAs(app, visitor, "/api/auth/callback/credentials", "{}", { "content-type": "text/plain" }),
      [400],
    );
  });
});

test("30: signing in leads nowhere else", async () => {
  const away = [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "https:evil.example",
    "/%2f%2fevil.example",
    "javascript:alert(1)",
    "\thttps://evil.example",
    "https://x@localhost",
  ];
  const staff = await officer();
  const steps = [-1, 0, 1];
  for (const callbackUrl of away) {
    const visitor = createVisitor(app.url);
    const page = await visitor.get(
      `/staff/sign-in?next=${encodeURIComponent(callbackUrl)}&callbackUrl=${encodeURIComponent(callbackUrl)}`,
    );
    expect(page.status).toBe(200);
    expect(page.headers.location).toBeUndefined();
    const token = await visitor.get(`/api/auth/csrf?callbackUrl=${encodeURIComponent(callbackUrl)}`);
    expect(token.status).toBe(200);
  }
  for (const [at, callbackUrl] of [
    "https://evil.example",
    "//evil.example",
    "/%2f%2fevil.example",
  ].entries()) {
    const visitor = createVisitor(app.url);
    visitor.cookies.set("__Host-habeas.callback", encodeURIComponent(callbackUrl));
    const answer = await trySignIn(visitor, { ...signInFields(staff, steps[at]), callbackUrl });
    expect({ callbackUrl, to: JSON.parse(answer.text).to }).toEqual({ callbackUrl, to: "/staff" });
    expect(JSON.stringify(answer.headers)).not.toMatch(/evil/);
  }
  const visitor = createVisitor(app.url);
  visitor.cookies.set("__Host-habeas.callback", "javascript:alert(1)");
  expectRefused(await visitor.get("/api/auth/csrf", { accept: "application/json" }), [400]);
  expect(visitor.cookies.has("__Host-habeas.callback")).toBe(false);
  expect((await visitor.get("/api/auth/csrf")).status).toBe(200);
});
