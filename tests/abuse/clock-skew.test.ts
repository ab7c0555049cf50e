/** Case 24: the application's clock is two days off, the database's is right. What is too old is the database's to say. */
import { startApp, type TestApp } from "@/tests/support/app";
import { publicAt } from "@/tests/support/attack";
import { useDatabase } from "@/tests/support/database";
import { filed } from "@/tests/support/desk";
import { type Answer, createVisitor, type Visitor } from "@/tests/support/http";
import { workingToken } from "@/tests/support/link";
import { browserOf, isSignedIn } from "@/tests/support/sign-in";
import { makeStaff } from "@/tests/support/staff";

const database = useDatabase();

/** A module, loaded before the application, in whose clock it is so many days later. */
function skewedBy(days: number): string {
  const code = `const True = Date, off = ${days * 86_400_000};
    globalThis.Date = class extends True {
      constructor(...given) { given.length === 0 ? super(True.now() + off) : super(...given); }
      static now() { return True.now() + off; }
      static parse(text) { return True.parse(text); }
      static UTC(...parts) { return True.UTC(...parts); }
    };`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}

async function moveExpiry(table: "Link" | "RequesterSession", filingId: string, by: string): Promise<void> {
  const sql = `update "${table}" set "expiresAt" = now() + $2::interval where "filingId" = $1`;
  await database.query("postgres", sql, [filingId, by]);
}

async function use(app: TestApp, token: string): Promise<{ visitor: Visitor; answer: Answer }> {
  const visitor = createVisitor(app.url);
  await visitor.get(`/c/${token}`);
  return { visitor, answer: await visitor.submit("/api/public/confirm", {}) };
}

describe.each([2, -2])("24: with the application's clock %i days off", (days) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp({ database, settings: { NODE_OPTIONS: skewedBy(days) } });
  });
  afterAll(() => app?.stop());

  test("the application's clock is really off", async () => {
    await createVisitor(app.url).get("/my");
    const line = JSON.parse(app.log().trim().split("\n").at(-1) ?? "{}") as { time: string };
    expect(Math.abs(Date.parse(line.time) - Date.now() - days * 86_400_000)).toBeLessThan(60_000);
  });

  test("a link with a minute left works, and one a second too old does not", async () => {
    const ctx = await publicAt(app);
    const [good, old] = [await filed(ctx), await filed(ctx)];
    await moveExpiry("Link", good.filingId, "1 minute");
    await moveExpiry("Link", old.filingId, "-1 second");
    const tooLate = await use(app, await workingToken(database, old.filingId));
    expect(tooLate.answer.headers.location).toBe("/confirm");
    expect((await tooLate.visitor.get("/confirm")).text).toContain("too old");
    const inTime = await use(app, await workingToken(database, good.filingId));
    expect(inTime.answer.headers.location).toBe("/my");

    const open = async () => (await inTime.visitor.get("/my")).text.includes("/my/withdraw/");
    expect(await open()).toBe(true);
    await moveExpiry("RequesterSession", good.filingId, "1 minute");
    expect(await open()).toBe(true);
    await moveExpiry("RequesterSession", good.filingId, "-1 second");
    expect(await open()).toBe(false);
  });

  test("a staff session lasts as long as the database says", async () => {
    const { controller } = await publicAt(app);
    const staff = await makeStaff(controller.id, ["officer"]);
    const browser = await browserOf(app, staff);
    expect(await isSignedIn(browser)).toBe(true);
    const idle = (minutes: number) =>
      database.query(
        "postgres",
        `update "StaffSession" set "lastSeenAt" = now() - make_interval(mins => $2) where "staffId" = $1`,
        [staff.id, minutes],
      );
    await idle(59);
    expect(await isSignedIn(browser)).toBe(true);
    await idle(61);
    expect(await isSignedIn(browser)).toBe(false);
  });
});
