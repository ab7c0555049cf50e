/** Mailed links and their tokens under attack (cases 21-23, 25, 27 and 31, and the timing of 29), without limits. */
import { createHash, randomBytes } from "node:crypto";
import { inviteStaff } from "@/lib/commands/access/invite-staff";
import type { Ctx } from "@/lib/commands/context";
import { startApp, type TestApp } from "@/tests/support/app";
import { bytesOf, expectNoChange, expectUnharmed, publicAt, tablesHolding } from "@/tests/support/attack";
import { launchBrowser, noThirdPartyRequests, type TestBrowser } from "@/tests/support/browser";
import { useDatabase } from "@/tests/support/database";
import { ACCESS, aFiling, filed, staffCtxAt } from "@/tests/support/desk";
import { type Answer, createVisitor, send, type Visitor } from "@/tests/support/http";
import { expectSameTime } from "@/tests/support/timing";

const database = useDatabase();
let app: TestApp;
let browser: TestBrowser;
let ctx: Ctx;

beforeAll(async () => {
  app = await startApp({ database, limits: { USE_LINK_PEER: 100_000, LINK_PEER: 100_000 } });
  browser = await launchBrowser();
  ctx = await publicAt(app);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
afterEach(() => expectUnharmed(app, database));

const REQUESTER = "__Host-habeas.requester";
const LINK = "__Host-habeas.link";
let people = 0;

/** Somebody who filed and has the mailed link in front of them. */
async function filedWithLink() {
  const email = `link-${++people}@person.test`;
  const { filingId, requests } = await filed(ctx, aFiling([ACCESS], { email }));
  const link = linkIn((await app.smtp.waitForMail(email)).links);
  return { email, filingId, reference: requests[0]?.reference as string, link, token: tokenOf(link) };
}

function linkIn(links: readonly string[]): string {
  const link = links.find((each) => new URL(each).pathname.includes("/c/"));
  if (link === undefined) throw new Error("There is no link in the mail.");
  return link;
}

const tokenOf = (link: string): string => new URL(link).pathname.split("/").at(-1) as string;

async function open(link: string): Promise<Visitor> {
  const visitor = createVisitor(app.url);
  await visitor.get(new URL(link).pathname);
  return visitor;
}

const use = (visitor: Visitor): Promise<Answer> => visitor.submit("/api/public/confirm", {});

async function stateOf(filingId: string) {
  const [row] = await database.query<{ used: number; confirmed: boolean; sessions: number; events: number }>(
    "postgres",
    `select (select count(*)::int from "Link" where "filingId" = $1 and "usedAt" is not null) as used,
       (select "confirmedAt" is not null from "Filing" where id = $1) as confirmed,
       (select count(*)::int from "RequesterSession" where "filingId" = $1) as sessions,
       (select count(*)::int from "AuditEvent" where "subjectId" = $1 and type = 'filing.confirmed') as events`,
    [filingId],
  );
  return row;
}

test("21: a mail scanner that looks at the link, also with a browser, spends nothing and gets no session", async () => {
  const { link, filingId } = await filedWithLink();
  const path = new URL(link).pathname;
  const looks = [
    { method: "HEAD" },
    ...Array.from({ length: 5 }, () => ({})),
    { headers: { "user-agent": "Mozilla/5.0 OneOutlook/1.2023" } },
    {
      headers: { "user-agent": "Mozilla/5.0 Google-Safety", purpose: "prefetch", "sec-purpose": "prefetch" },
    },
    { method: "OPTIONS" },
  ];
  const page = await browser.newPage();
  await expectNoChange(database, async () => {
    for (const look of looks) {
      const answer = await send(app.url, { path, ...look });
      expect(String(answer.headers["set-cookie"])).not.toContain(REQUESTER);
    }
    await page.goto(link);
    await page.waitForTimeout(3_000);
    expect(new URL(page.url()).pathname).toBe("/confirm");
  });
  expect((await page.context().cookies()).map(({ name }) => name)).not.toContain(REQUESTER);
  expect(await stateOf(filingId)).toEqual({ used: 0, confirmed: false, sessions: 0, events: 0 });

  await page.getByRole("button", { name: "Confirm and open" }).click();
  await page.waitForURL("**/my");
  expect(await stateOf(filingId)).toEqual({ used: 1, confirmed: true, sessions: 1, events: 1 });
  await page.context().close();
});

test("22: of twenty uses of one link at once one counts, and the others say that it has been used", async () => {
  const { link, filingId } = await filedWithLink();
  const visitors = await Promise.all(Array.from({ length: 20 }, () => open(link)));
  const answers = await Promise.all(visitors.map(use));
  expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(303));
  expect(answers.filter(({ headers }) => headers.location === "/my")).toHaveLength(1);
  expect(await stateOf(filingId)).toEqual({ used: 1, confirmed: true, sessions: 1, events: 1 });
  const late = visitors[answers.findIndex(({ headers }) => headers.location === "/confirm")] as Visitor;
  expect((await late.get("/confirm")).text).toContain("This link has been used");
  expect(visitors.filter(({ cookies }) => cookies.has(REQUESTER))).toHaveLength(1);
});

test("23: no token stands in the database in any form, only its hash", async () => {
  const { link, token, filingId } = await filedWithLink();
  const visitor = await open(link);
  await use(visitor);
  const session = visitor.cookies.get(REQUESTER) as string;
  expect(session.length).toBeGreaterThan(40);
  expect(await tablesHolding(database, token)).toEqual([]);
  expect(await tablesHolding(database, session)).toEqual([]);
  const [kept] = await database.query<{ hash: string }>(
    "postgres",
    `select encode("tokenHash", 'hex') as hash from "Link" where "filingId" = $1`,
    [filingId],
  );
  expect(kept?.hash).toBe(createHash("sha256").update(token).digest("hex"));
  expect(await tablesHolding(database, filingId)).toContain('public."Filing"');
});

test("25: a token of another purpose is no token, and a session opens its own filing and no other", async () => {
  const [mine, other] = [await filedWithLink(), await filedWithLink()];
  const administrator = await staffCtxAt(ctx.controller, ["administrator"]);
  const invited = { name: "Ny Kollega", email: "ny@person.test", language: "en", roles: ["officer"] };
  await inviteStaff({ ...administrator, baseUrl: app.url }, invited);
  const invitation = tokenOf(linkIn((await app.smtp.waitForMail(invited.email)).links));
  const unknown = randomBytes(32).toString("base64url");

  const [asLink, nobodys] = await expectNoChange(database, () =>
    Promise.all([invitation, unknown].map((token) => withToken(token, "?purpose=confirm"))),
  );
  expect(asLink).toEqual(nobodys);
  const [asInvitation, nobody] = await expectNoChange(database, () =>
    Promise.all(
      [mine.token, unknown].map(async (token) => {
        const visitor = createVisitor(app.url);
        await visitor.get(`/staff/join/c/${token}`);
        const joining = { password: "nine quiet lanterns by the mill", code: "123456" };
        return bytesOf(await visitor.postJson("/api/staff/join", joining));
      }),
    ),
  );
  expect(asInvitation).toEqual(nobody);
  expect(asInvitation).toMatch(/^404/);

  const visitor = await open(mine.link);
  await use(visitor);
  await expectNoChange(database, async () => {
    for (const path of ["withdraw", "reply"]) {
      const fields = { text: "hello", idempotencyKey: randomBytes(16).toString("hex") };
      const [others, nobodys] = await Promise.all(
        [other.reference, "K7QF29MD4TX"].map((reference) =>
          visitor.submit(`/api/public/my/${path}`, { ...fields, reference }),
        ),
      );
      expect(others?.status).toBe(404);
      const told = bytesOf(others as Answer).replaceAll(other.reference, "K7QF29MD4TX");
      expect(told).toBe(bytesOf(nobodys as Answer));
    }
    expect((await visitor.get(`/my/withdraw/${other.reference}`)).status).toBe(404);
  });
  expect((await visitor.get("/my")).text).not.toContain(other.reference.slice(0, 5));
});

/** What a token gives on the page it leads to and when it is used, as bytes. */
async function withToken(token: string, query = ""): Promise<string[]> {
  const visitor = createVisitor(app.url);
  const first = bytesOf(await visitor.get(`/c/${token}${query}`)).replaceAll(token, "TOKEN");
  const page = bytesOf(await visitor.get(`/confirm${query}`)).replaceAll(token, "TOKEN");
  return [first, page, bytesOf(await use(visitor)).replaceAll(token, "TOKEN")];
}

test("27: the token is gone from address, history and Referer before anything else loads, and nobody else is asked", async () => {
  const { link, token } = await filedWithLink();
  const seen: { url: string; referer: string }[] = [];
  const page = await browser.newPage();
  const watch = noThirdPartyRequests(page, app.url);
  page.on("request", (request) =>
    seen.push({ url: request.url(), referer: request.headers().referer ?? "" }),
  );
  const policies: (string | undefined)[] = [];
  page.on("response", (response) => policies.push(response.headers()["referrer-policy"]));
  await page.goto(link);
  await page.getByRole("button", { name: "Confirm and open" }).click();
  await page.waitForURL("**/my");
  await page.goBack();
  expect(page.url()).not.toContain(token);
  expect(seen.length).toBeGreaterThan(4);
  expect(seen.filter(({ url }) => url.includes(token)).map(({ url }) => url)).toEqual([link]);
  expect(seen.filter(({ referer }) => referer.includes(token))).toEqual([]);
  expect(policies[0]).toBe("no-referrer");
  expect(new Set(policies.slice(1))).toEqual(new Set(["same-origin"]));
  watch.expectQuiet();
  await page.context().close();
});

test("29: tokens tried at random all get the same answer in the same time", async () => {
  const { token } = await filedWithLink();
  const random = () => randomBytes(32).toString("base64url");
  const wrong = [
    random(),
    token.slice(0, 20) + random().slice(20),
    `${token.slice(0, -1)}_`,
    random().slice(3),
  ];
  const answers = await expectNoChange(database, () => Promise.all(wrong.map((each) => withToken(each))));
  for (const answer of answers) expect(answer.slice(1)).toEqual(answers[0]?.slice(1));
  for (const malformed of [
    "x",
    "a".repeat(101),
    "%F0%9F%92%A9",
    "null",
    "undefined",
    "{}",
    "a%3B%20b=c",
    "..%5c",
  ]) {
    const { status, headers } = await send(app.url, { path: `/c/${malformed}` });
    expect([303, 400]).toContain(status);
    if (status === 303)
      expect(headers["set-cookie"]).toEqual([expect.stringContaining(`${LINK}=; Path=/; Max-Age=0`)]);
  }

  const ask = (each: string): Promise<Answer> =>
    send(app.url, {
      method: "POST",
      path: "/api/public/confirm",
      headers: { origin: app.url, cookie: `${LINK}=${each}` },
    });
  const nearly = (round: number) =>
    token.slice(0, 30) + createHash("sha256").update(`${round}`).digest("base64url").slice(30);
  await expectSameTime(
    40,
    () => ask(random()),
    (round) => ask(nearly(round)),
  );
});

test("31: of three links that were mailed only the newest works, and an older one says so", async () => {
  const { email, link, reference, filingId } = await filedWithLink();
  const links = [link];
  for (const after of [1, 2]) {
    const visitor = createVisitor(app.url);
    const asked = await visitor.submit("/api/public/my/link", { reference, email });
    expect([asked.status, asked.headers.location]).toEqual([303, "/my?done=sent"]);
    links.push(linkIn((await app.smtp.waitForMail(email, { after })).links));
  }
  expect(new Set(links).size).toBe(3);
  for (const old of links.slice(0, 2)) {
    const visitor = await open(old);
    expect((await visitor.get("/confirm")).text).toContain("newer link");
    expect((await use(visitor)).headers.location).toBe("/confirm");
    expect(visitor.cookies.has(REQUESTER)).toBe(false);
  }
  expect(await stateOf(filingId)).toMatchObject({ used: 0, confirmed: false, sessions: 0 });
  const visitor = await open(links[2] as string);
  expect((await use(visitor)).headers.location).toBe("/my");
  expect(await stateOf(filingId)).toMatchObject({ used: 1, confirmed: true, sessions: 1 });
});
