/** Cases 48 and 30: what another site calls with the cookies of whoever is signed in here, and whom it sends through us. */
import { randomUUID } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Ctx } from "@/lib/commands/context";
import { useLink as spendLink } from "@/lib/commands/identity/use-link";
import { ROLES } from "@/lib/domain/access/access";
import { ROUTES } from "@/tests/architecture/access-table";
import { startApp, type TestApp } from "@/tests/support/app";
import {
  everything,
  expectNoChange,
  expectRefused,
  expectUnharmed,
  inParallel,
  postAs,
  publicAt,
} from "@/tests/support/attack";
import { launchBrowser, type TestBrowser } from "@/tests/support/browser";
import { useDatabase } from "@/tests/support/database";
import { filed, filedAndConfirmed } from "@/tests/support/desk";
import { type Answer, createVisitor, send, type Visitor } from "@/tests/support/http";
import { workingToken } from "@/tests/support/link";
import { addressOf, builtRoutes } from "@/tests/support/routes";
import { browserOf } from "@/tests/support/sign-in";
import { makeStaff } from "@/tests/support/staff";

const database = useDatabase();
let app: TestApp;
let browser: TestBrowser;
let ctx: Ctx;
let reference: string;
/** Every role, and an opened mailed link. */
let everybody: Visitor;

beforeAll(async () => {
  app = await startApp({ database, limits: { LINK_PEER: 100_000, USE_LINK_PEER: 100_000 } });
  browser = await launchBrowser();
  ctx = await publicAt(app);
  const { receipt, reference: filedAs } = await filedAndConfirmed(ctx);
  reference = filedAs;
  everybody = await browserOf(app, await makeStaff(ctx.controller.id, ROLES));
  const { sessionToken } = await spendLink(ctx, await workingToken(database, receipt.filingId));
  everybody.cookies.set("__Host-habeas.requester", sessionToken);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
afterEach(() => expectUnharmed(app, database));

const EVIL = "https://evil.test";

type Headers = Readonly<Record<string, string | undefined>>;

/** What a browser says of a call that does not come from our own pages; undefined leaves a header out. */
const FOREIGN: readonly (readonly [string, Headers])[] = [
  ["another site", { origin: EVIL, "sec-fetch-site": "cross-site" }],
  ["another site, from an old browser", { origin: EVIL }],
  ["no origin to speak of", { origin: "null" }],
  ["neither", { origin: undefined }],
  ["another site that says nothing of itself", { origin: undefined, "sec-fetch-site": "cross-site" }],
  ["a neighbour on the same site", { origin: undefined, "sec-fetch-site": "same-site" }],
  ["a typed address", { origin: undefined, "sec-fetch-site": "none" }],
  ["another site with our referrer", { origin: EVIL, referer: "OURS" }],
  ["another site that lies of the rest", { origin: EVIL, "sec-fetch-site": "same-origin" }],
  ["our host in another scheme", { origin: "HTTPS" }],
  ["our host on another port", { origin: "PORT" }],
  ["our host as a part of another", { origin: "SUFFIX" }],
  ["two origins", { origin: "BOTH" }],
];

function fill(headers: Headers): Record<string, string> {
  const { host, hostname } = new URL(app.url);
  const values: Record<string, string> = {
    OURS: `${app.url}/staff`,
    HTTPS: `https://${host}`,
    PORT: `http://${hostname}:1`,
    SUFFIX: `${app.url}.evil.test`,
    BOTH: `${app.url}, ${EVIL}`,
  };
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, values[value] ?? value]],
    ),
  );
}

function changingRoutes(only: (path: string) => boolean = () => true): string[] {
  const values = {
    ...{ controller: ctx.controller.slug, step: "contact", kind: "question" },
    ...{ reference, token: "x".repeat(43) },
  };
  return builtRoutes()
    .filter(({ path, kind }) => kind === "handler" && path.startsWith("/api/") && only(path))
    .flatMap(({ path }) =>
      path.includes("nextauth")
        ? ["callback/credentials", "signout"].map((nextauth) => addressOf(path, { nextauth }))
        : [addressOf(path, values)],
    );
}

const BODIES = [
  ["application/json", "{}"],
  ["application/x-www-form-urlencoded", "a=b"],
  ["text/plain", '{"a":"b"}'],
  [
    "multipart/form-data; boundary=x",
    '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n--x--\r\n',
  ],
] as const;

test.each(FOREIGN)(
  "48: a call from %s is refused by every route, in every method and shape",
  async (_who, given) => {
    const routes = changingRoutes();
    expect(routes.length).toBeGreaterThan(40);
    const cookie = [...everybody.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const calls = routes.flatMap((path) => [
      ...BODIES.map(([type, body]) => ({ method: "POST", path, type, body })),
      ...["PUT", "PATCH", "DELETE"].map((method) => ({ method, path, type: "application/json", body: "{}" })),
    ]);
    const passed: string[] = [];
    await expectNoChange(database, () =>
      inParallel(calls.length, 6, async (n) => {
        const { type, ...call } = calls[n] as (typeof calls)[number];
        const headers = { cookie, "content-type": type, ...fill(given) };
        const answer = await send(app.url, { ...call, headers });
        if (answer.status !== 403) passed.push(`${call.method} ${call.path} ${type}: ${answer.status}`);
      }),
    );
    expect(passed).toEqual([]);
  },
);

test("48: what works from our pages works from nowhere else: the same call, refused and then done", async () => {
  const path = `/api/staff/${ctx.controller.slug}/requests/${reference}/note`;
  const body = JSON.stringify({ version: 1, text: "A note" });
  await expectNoChange(database, async () => {
    for (const [, headers] of FOREIGN) {
      const { origin: _, ...ours } = {
        origin: "",
        cookie: cookieOf(everybody),
        "content-type": "application/json",
      };
      expectRefused(
        await send(app.url, { method: "POST", path, body, headers: { ...ours, ...fill(headers) } }),
        [403],
      );
    }
  });
  const before = await everything(database);
  expect((await postAs(app, everybody, path, body)).status).toBe(200);
  expect(await everything(database)).not.toEqual(before);
});

const cookieOf = ({ cookies }: Visitor): string =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");

test("48: a route for scripts takes nothing that a plain form of another site could send", async () => {
  const wrong: string[] = [];
  const slug = ctx.controller.slug;
  const scripts = [
    `/api/public/${slug}/filings`,
    `/api/staff/${slug}/settings`,
    `/api/staff/${slug}/staff/invite`,
    "/api/staff/account/password",
    "/api/staff/join",
  ];
  await expectNoChange(database, async () => {
    for (const path of scripts) {
      for (const type of [
        "text/plain",
        "application/x-www-form-urlencoded",
        "text/plain; application/json",
        "x",
      ]) {
        const headers = { "content-type": type, "idempotency-key": randomUUID() };
        const answer = await postAs(app, everybody, path, '{"version":1}', headers);
        if (![400, 404, 415].includes(answer.status)) wrong.push(`${path} ${type}: ${answer.status}`);
      }
    }
  });
  expect(wrong).toEqual([]);
});

test("48: a GET with everything in its address changes nothing", async () => {
  const query = "?text=x&version=1&reference=x&assigneeId=&email=a%40b.test&_method=POST&method=POST";
  // What is read by GET is written into the log as a reading; here is asked of what is changed by POST alone.
  const routes = changingRoutes((path) => !ROUTES[path]?.some(({ method }) => method === "GET"));
  expect(routes.length).toBeGreaterThan(40);
  await expectNoChange(database, async () => {
    await inParallel(routes.length, 6, async (n) => {
      const path = `${routes[n]}${query}`;
      const headers = {
        cookie: cookieOf(everybody),
        "x-http-method-override": "POST",
        "sec-fetch-site": "cross-site",
      };
      const { status } = await send(app.url, { path, headers });
      expect(status).toBeLessThan(500);
    });
  });
});

describe("48: in a real browser", () => {
  let evil: Server;
  let evilPort: number;
  beforeAll(async () => {
    evil = createServer((request, response) => {
      const target = new URL(request.url ?? "/", "http://x").searchParams.get("to") ?? "";
      response.setHeader("content-type", "text/html");
      response.end(`<form method="post" action="${target}"><button>Win a prize</button></form>`);
    });
    await new Promise<void>((listening) => evil.listen(0, "127.0.0.1", listening));
    evilPort = (evil.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((closed) => evil.close(closed)));

  test.each(["localhost", "127.0.0.1"])(
    "a form on a page of %s, on another port, is refused; ours is taken",
    async (host) => {
      const { filingId } = await filed(ctx);
      const page = await browser.newPage();
      await page.goto(`${app.url}/c/${await workingToken(database, filingId)}`);
      await expectNoChange(database, async () => {
        await page.goto(
          `http://${host}:${evilPort}/?to=${encodeURIComponent(`${app.url}/api/public/confirm`)}`,
        );
        const [answer] = await Promise.all([
          page.waitForResponse((response) => response.url().endsWith("/api/public/confirm")),
          page.getByRole("button").click(),
        ]);
        expect(answer.status()).toBe(403);
      });
      await page.goto(`${app.url}/confirm`);
      await page.getByRole("button", { name: "Confirm and open" }).click();
      await page.waitForURL("**/my");
      await page.context().close();
    },
  );
});

test.each([
  "//evil.test",
  "/\\evil.test",
  "https:evil.test",
  "https://evil.test/",
  "%2f%2fevil.test",
  "/%2fevil.test",
  "/%09/evil.test",
  "\t//evil.test",
  "/\n/evil.test",
  "javascript:alert(1)",
  "@evil.test",
  ".evil.test",
  "/..//evil.test",
  "https://localhost@evil.test",
])("30: %j leads nowhere, in whichever field it stands", async (target) => {
  const names = ["next", "callbackUrl", "back", "to", "url", "redirect", "return", "done", "from"];
  const query = new URLSearchParams(names.map((name): [string, string] => [name, target])).toString();
  const left: string[] = [];
  const check = (what: string, { status, headers, text }: Answer): void => {
    const { location } = headers;
    if (status >= 500) left.push(`${what}: ${status}`);
    if (location !== undefined && new URL(location, app.url).origin !== app.url)
      left.push(`${what} -> ${location}`);
    if (/(?:href|action|content)="[^"]*(?:\/\/|\\|:|@)evil\.test/i.test(text))
      left.push(`${what} links there`);
    if (/"to":"(?!\/[^/\\])/.test(text)) left.push(`${what} goes on to ${text.slice(0, 80)}`);
  };
  const { slug } = ctx.controller;
  for (const path of [
    "/",
    "/my",
    "/confirm",
    "/staff",
    "/staff/sign-in",
    "/staff/join",
    `/${slug}`,
    `/${slug}/request/contact`,
  ]) {
    for (const visitor of [createVisitor(app.url), everybody])
      check(path, await visitor.get(`${path}?${query}`));
  }
  const language = { ...Object.fromEntries(new URLSearchParams(query)), language: "sv" };
  check("language", await createVisitor(app.url).submit("/api/public/language", language));
  const { reference: another } = await filedAndConfirmed(ctx);
  const take = { reference: another, version: "1", back: target };
  check("take", await everybody.submit(`/api/staff/${slug}/queue/take`, take));
  check("controller", await everybody.get(`/staff/${encodeURIComponent(target)}/queue`));
  expect(left).toEqual([]);
});
