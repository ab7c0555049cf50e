import { type SignInFrom, signIn } from "@/lib/commands/access/sign-in";
import { signOut, signOutEverywhere } from "@/lib/commands/access/sign-out";
import { closeRateLimits } from "@/lib/db/rate-limit";
import { signedIn } from "@/lib/db/staff-session";
import { INSTALLATION_CHAIN } from "@/lib/db/transact";
import { setEnv } from "@/lib/env";
import { useDatabase } from "@/tests/support/database";
import {
  codeOf,
  makeController,
  makeStaff,
  publicCtx,
  refusalOf,
  roomInStep,
  staffOf,
  type TestStaff,
} from "@/tests/support/staff";

const database = useDatabase();
let controller: Awaited<ReturnType<typeof makeController>>;

beforeAll(async () => {
  controller = await makeController();
});
afterAll(closeRateLimits);
afterEach(() => setEnv({ LIMITS_SIGN_IN_FAILURES: undefined, LIMITS_SIGN_IN_PEER: undefined }));

let peers = 0;
const from = (more: Partial<SignInFrom> = {}): SignInFrom => ({
  peer: `192.0.2.${++peers}`,
  device: null,
  sessionId: null,
  ...more,
});

const right = (staff: TestStaff, steps = 0) => ({
  email: staff.email,
  password: staff.password,
  code: codeOf(staff.totpSecret, steps),
});

async function events(type: string) {
  const rows = await database.query<{ line: string }>(
    "postgres",
    `select line from "AuditEvent" where "chainId" = $1 and type = $2 order by seq`,
    [INSTALLATION_CHAIN, type],
  );
  return rows.map((row) => JSON.parse(row.line));
}

test("address, password and code open a session whose roles are read from the database", async () => {
  const staff = await makeStaff(controller.id, ["officer", "dpo"]);
  const { sessionId, staffId } = await signIn(
    publicCtx(),
    { ...right(staff), email: staff.email.toUpperCase() },
    from(),
  );
  expect(staffId).toBe(staff.id);
  const session = await signedIn(sessionId, controller.id);
  expect([...(session?.roles ?? [])].sort()).toEqual(["dpo", "officer"]);
  const [event] = (await events("staff.signed_in")).slice(-1);
  expect(event).toMatchObject({ actor: `staff:${staff.id}`, facts: { factor: "totp", session: sessionId } });
});

test("what is wrong is one refusal outside and a reason in the log, never an address", async () => {
  const staff = await makeStaff(controller.id, ["officer"]);
  await roomInStep();
  const attempts = [
    { ...right(staff), email: "nobody@norrvik.example" },
    { ...right(staff), password: "nine quiet lanterns by the mil" },
    { ...right(staff), code: "000000" },
    { ...right(staff), code: codeOf(staff.totpSecret, 2) },
    { ...right(staff), code: codeOf(staff.totpSecret, -2) },
    { ...right(staff), code: "7K3M-9QXT-0VBA-42RD" },
  ];
  for (const attempt of attempts)
    expect(await refusalOf(signIn(publicCtx(), attempt, from()))).toBe("not_signed_in");
  const lines = (await events("staff.sign_in_refused")).slice(-attempts.length);
  expect(lines.map((line) => line.facts.reason)).toEqual([
    "unknown_account",
    "wrong_password",
    "wrong_code",
    "wrong_code",
    "wrong_code",
    "wrong_code",
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/norrvik/);
});

test.each([-1, 1])("a code %i step away is good, once, and no earlier one after it", async (steps) => {
  const staff = await makeStaff(controller.id, ["officer"]);
  await roomInStep();
  const attempt = right(staff, steps);
  expect(await refusalOf(signIn(publicCtx(), attempt, from()))).toBe("done");
  expect(await refusalOf(signIn(publicCtx(), attempt, from()))).toBe("not_signed_in");
  if (steps === 1)
    expect(await refusalOf(signIn(publicCtx(), right(staff, 0), from()))).toBe("not_signed_in");
  const [event] = (await events("staff.sign_in_refused")).slice(-1);
  expect(event.facts.reason).toBe("used_code");
});

test("twenty sign-ins with one code at once are one sign-in", async () => {
  setEnv({ LIMITS_SIGN_IN_FAILURES: "100" });
  const staff = await makeStaff(controller.id, ["officer"]);
  const attempt = right(staff);
  const all = await Promise.all(
    Array.from({ length: 20 }, () => refusalOf(signIn(publicCtx(), attempt, from()))),
  );
  expect(all.filter((each) => each === "done")).toHaveLength(1);
  expect(all.filter((each) => each === "not_signed_in")).toHaveLength(19);
});

test("a new sign-in ends the session that the browser had", async () => {
  const staff = await makeStaff(controller.id, ["officer"]);
  await roomInStep();
  const first = await signIn(publicCtx(), right(staff, -1), from());
  const second = await signIn(publicCtx(), right(staff, 0), from({ sessionId: first.sessionId }));
  expect(second.sessionId).not.toBe(first.sessionId);
  expect(await signedIn(first.sessionId, null)).toBeNull();
  expect(await signedIn(second.sessionId, null)).not.toBeNull();
});

test("a session ends by signing out, by age and by idleness, by the database's clock", async () => {
  const staff = await makeStaff(controller.id, ["officer"]);
  await roomInStep();
  const open = async (steps: number) => (await signIn(publicCtx(), right(staff, steps), from())).sessionId;
  const ctx = staffOf(staff.id, []);

  const one = await open(-1);
  await signOut(ctx, one);
  expect(await signedIn(one, null)).toBeNull();

  const two = await open(0);
  await database.query(
    "postgres",
    `update "StaffSession" set "lastSeenAt" = now() - interval '61 minutes' where id = $1`,
    [two],
  );
  expect(await signedIn(two, null)).toBeNull();
  await database.query(
    "postgres",
    `update "StaffSession" set "lastSeenAt" = now() - interval '59 minutes' where id = $1`,
    [two],
  );
  expect(await signedIn(two, null)).not.toBeNull();
  await database.query("postgres", `update "StaffSession" set "expiresAt" = now() where id = $1`, [two]);
  expect(await signedIn(two, null)).toBeNull();

  const three = await open(1);
  await signOutEverywhere(ctx);
  expect(await signedIn(three, null)).toBeNull();
});

test("looking at a page puts the idle time back, at most once a minute", async () => {
  const staff = await makeStaff(controller.id, ["officer"]);
  const { sessionId } = await signIn(publicCtx(), right(staff), from());
  const seen = async () =>
    (
      await database.query<{ at: Date }>(
        "postgres",
        `select "lastSeenAt" as at from "StaffSession" where id = $1`,
        [sessionId],
      )
    )[0]?.at.getTime() ?? 0;
  const first = await seen();
  await signedIn(sessionId, null);
  expect(await seen()).toBe(first);
  await database.query(
    "postgres",
    `update "StaffSession" set "lastSeenAt" = now() - interval '5 minutes' where id = $1`,
    [sessionId],
  );
  await signedIn(sessionId, null);
  expect(await seen()).toBeGreaterThan(Date.now() - 30_000);
});

test("a stranger who guesses is slowed down, the owner's own device is not", async () => {
  const staff = await makeStaff(controller.id, ["officer"]);
  await roomInStep();
  const { device } = await signIn(publicCtx(), right(staff, -1), from());
  setEnv({ LIMITS_SIGN_IN_FAILURES: "3" });
  const guess = { ...right(staff), password: "wrong wrong wrong wrong" };
  const guesses = [];
  for (let n = 0; n < 5; n += 1) guesses.push(await refusalOf(signIn(publicCtx(), guess, from())));
  expect(guesses).toEqual(["not_signed_in", "not_signed_in", "not_signed_in", "too_many", "too_many"]);
  expect(await refusalOf(signIn(publicCtx(), right(staff, 0), from()))).toBe("too_many");
  expect(await refusalOf(signIn(publicCtx(), right(staff, 0), from({ device })))).toBe("done");
});

test("a device's token is good for its own account only", async () => {
  const [staff, other] = [
    await makeStaff(controller.id, ["officer"]),
    await makeStaff(controller.id, ["officer"]),
  ];
  const { device } = await signIn(publicCtx(), right(other), from());
  setEnv({ LIMITS_SIGN_IN_FAILURES: "1" });
  const guess = { ...right(staff), password: "wrong wrong wrong wrong" };
  await refusalOf(signIn(publicCtx(), guess, from({ device })));
  expect(await refusalOf(signIn(publicCtx(), guess, from({ device })))).toBe("too_many");
});

test("an unknown account is slowed down like a known one", async () => {
  setEnv({ LIMITS_SIGN_IN_FAILURES: "2" });
  const guess = { email: "nobody2@norrvik.example", password: "wrong wrong wrong", code: "123456" };
  const guesses = [];
  for (let n = 0; n < 3; n += 1) guesses.push(await refusalOf(signIn(publicCtx(), guess, from())));
  expect(guesses).toEqual(["not_signed_in", "not_signed_in", "too_many"]);
});

test("one peer that tries many accounts is stopped, another is served", async () => {
  setEnv({ LIMITS_SIGN_IN_PEER: "5" });
  const staff = await makeStaff(controller.id, ["officer"]);
  const machine = from();
  const guesses = [];
  for (let n = 0; n < 6; n += 1) {
    guesses.push(
      await refusalOf(
        signIn(publicCtx(), { email: `x${n}@norrvik.example`, password: "wrong", code: "123456" }, machine),
      ),
    );
  }
  expect(guesses.slice(-1)).toEqual(["too_many"]);
  expect(await refusalOf(signIn(publicCtx(), right(staff), machine))).toBe("too_many");
  expect(await refusalOf(signIn(publicCtx(), right(staff), from()))).toBe("done");
});

test("no address and no peer stands in the table of limits", async () => {
  const staff = await makeStaff(controller.id, ["officer"]);
  await refusalOf(signIn(publicCtx(), { ...right(staff), code: "000000" }, from({ peer: "198.51.100.77" })));
  const rows = await database.query<{ key: string }>("postgres", `select key from "RateLimit"`);
  expect(rows.length).toBeGreaterThan(2);
  for (const { key } of rows) expect(key).toMatch(/^[a-z-]+:[A-Za-z0-9_-]{43}$/);
});

test("without a place to count, nobody signs in", async () => {
  const staff = await makeStaff(controller.id, ["officer"]);
  await database.query("postgres", `revoke all on "RateLimit" from habeas_app`);
  try {
    expect(await refusalOf(signIn(publicCtx(), right(staff), from()))).toBe("unavailable");
  } finally {
    await database.query("postgres", `grant select, insert, update, delete on "RateLimit" to habeas_app`);
  }
});
