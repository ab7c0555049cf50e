/** What people and programs send, malformed on purpose (cases 1-3), without limits. */
import { randomUUID } from "node:crypto";
import type { Ctx } from "@/lib/commands/context";
import { ROLES } from "@/lib/domain/access/access";
import { startApp, type TestApp } from "@/tests/support/app";
import {
  aProgramsFiling,
  expectNoChange,
  expectNoInnards,
  expectRefused,
  expectUnharmed,
  fileOver,
  issuesOf,
  postAs,
  publicAt,
} from "@/tests/support/attack";
import { useDatabase } from "@/tests/support/database";
import { filedAndConfirmed } from "@/tests/support/desk";
import { type Answer, createVisitor, send, type Visitor } from "@/tests/support/http";
import { addressOf, builtRoutes } from "@/tests/support/routes";
import { browserOf } from "@/tests/support/sign-in";
import { makeStaff } from "@/tests/support/staff";

const database = useDatabase();
let app: TestApp;
let ctx: Ctx;
let slug: string;
let reference: string;
let everybody: Visitor;

beforeAll(async () => {
  const limits = { FILING_PEER: 100_000, LINK_PEER: 100_000, USE_LINK_PEER: 100_000, SIGN_IN_PEER: 100_000 };
  app = await startApp({ database, limits });
  ctx = await publicAt(app);
  slug = ctx.controller.slug;
  ({ reference } = await filedAndConfirmed(ctx));
  everybody = await browserOf(app, await makeStaff(ctx.controller.id, ROLES));
});
afterAll(() => app?.stop());
afterEach(() => expectUnharmed(app, database));

const OPERATORS = [
  { not: "" },
  { contains: "@" },
  { startsWith: "A" },
  { gt: 0 },
  { in: [] },
  ["a"],
  [{ not: null }],
  true,
  12,
];

/** A filing with another value in one place of it. */
function withValue(place: readonly string[], value: unknown): Record<string, unknown> {
  const filing = aProgramsFiling();
  let at: Record<string, unknown> = filing;
  for (const step of place.slice(0, -1)) at = at[step] as Record<string, unknown>;
  const last = place.at(-1) as string;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return filing;
}

const PLACES = [
  ["language"],
  ["who"],
  ["who", "name"],
  ["who", "email"],
  ["requests"],
  ["requests", "0"],
  ["requests", "0", "right"],
] as const;

test("1: an operator in the place of a text is refused by the name of its field, wherever it stands", async () => {
  await expectNoChange(database, async () => {
    for (const place of PLACES) {
      for (const value of OPERATORS) {
        if (place.at(-1) === "requests" && Array.isArray(value)) continue;
        const answer = await fileOver(app, slug, withValue(place, value));
        expectRefused(answer);
        expect(issuesOf(answer)[0]?.field.startsWith(place.join("."))).toBe(true);
      }
    }
    for (const key of ['{"not":""}', "[object Object]", "a".repeat(65), "%00", "' or 1=1 --------"]) {
      expectRefused(await fileOver(app, slug, aProgramsFiling(), { key }));
    }
  });
});

test("1: an operator in an address, a cookie or a form finds nothing", async () => {
  const visitor = createVisitor(app.url);
  const asked = ["reference[startsWith]=A", "reference[not]=", "email[contains]=@", "token[not]="].join("&");
  await expectNoChange(database, async () => {
    for (const path of ["/my", "/confirm", `/${slug}`, `/${slug}/request/done`, "/staff/sign-in"]) {
      expectNobodys((await visitor.get(`${path}?${asked}`)).text);
    }
    for (const value of ["", '{"not":""}', "[]", "%7B%22not%22%3A%22%22%7D", "null", "undefined", "*", "%"]) {
      const cookie = ["requester", "link", "draft", "staff", "join", "typed"]
        .map((name) => `__Host-habeas.${name}=${value}`)
        .join("; ");
      for (const path of [
        "/my",
        "/confirm",
        `/${slug}/request/check`,
        `/${slug}/request/done`,
        "/staff",
        "/staff/join",
      ]) {
        const answer = await send(app.url, { path, headers: { cookie, accept: "text/html" } });
        expect(answer.status).toBeLessThan(500);
        expectNobodys(answer.text);
      }
    }
    const form = await visitor.submit("/api/public/my/link", {
      "reference[startsWith]": "",
      "email[contains]": "@",
    });
    expect(form.headers.location).toContain("done=error");
  });
});

function expectNobodys(page: string): void {
  expect(page).not.toContain(reference.slice(0, 5));
  expectNoInnards(page);
}

/** Handlers that take no input, so that no body can be wrong; what they do is part of no attack here. */
const WITHOUT_INPUT = new Set([
  "/api/public/[controller]/draft/discard",
  "/api/public/my/sign-out",
  "/api/staff/[controller]/audit/events",
  "/api/staff/[controller]/audit/requests",
  "/api/staff/[controller]/audit/contacts",
  "/api/staff/[controller]/suppressions",
  "/api/staff/[controller]/requests/[reference]/assessment/pdf",
  "/api/staff/account/sign-out",
  "/api/staff/account/sign-out-everywhere",
]);

const BODIES = [
  "",
  "{}",
  "null",
  "[]",
  '""',
  "0",
  "{",
  '{"token":null}',
  '{"token":""}',
  '{"token":{"not":""}}',
  '{"reference":{"not":""},"email":{"contains":"@"},"version":{"gt":0},"staffId":{"not":""}}',
  '{"email":{"not":""},"password":{"not":""},"code":{"not":""},"csrfToken":{"not":""}}',
  '{"__proto__":{"role":"administrator"},"constructor":{"prototype":{"may":true}}}',
];

function changingRoutes(): string[] {
  const values = {
    controller: slug,
    step: "contact",
    kind: "question",
    reference,
    nextauth: "callback/credentials",
    token: "x".repeat(43),
  };
  return builtRoutes()
    .filter(({ path, kind }) => kind === "handler" && path.startsWith("/api/") && !WITHOUT_INPUT.has(path))
    .map(({ path }) => addressOf(path, values));
}

test("2: every route of the build refuses a body without what it needs, also from somebody with every role", async () => {
  const routes = changingRoutes();
  expect(routes.length).toBeGreaterThan(20);
  const visitors = { nobody: createVisitor(app.url), everybody };
  const taken: string[] = [];
  await expectNoChange(database, async () => {
    for (const path of routes) {
      for (const [who, visitor] of Object.entries(visitors)) {
        for (const body of BODIES) {
          const answer = await postAs(app, visitor, path, body, { "idempotency-key": randomUUID() });
          const refused = answer.status >= 400 && answer.status < 500 && hasSentence(answer);
          if (!refused)
            taken.push(`${who} ${path} ${body || "nothing"}: ${answer.status} ${answer.text.slice(0, 100)}`);
        }
      }
    }
  });
  expect(taken).toEqual([]);
});

function hasSentence(answer: Answer): boolean {
  try {
    expectRefused(answer, [answer.status]);
    return true;
  } catch {
    return false;
  }
}

test("3: what nobody asked for is refused by name; a filing is open, unconfirmed and dated by us", async () => {
  const extras = {
    status: "COMPLETED",
    state: "closed",
    confirmedAt: "2020-01-01T00:00:00Z",
    receivedAt: "2020-01-01T00:00:00Z",
    id: randomUUID(),
    controllerId: randomUUID(),
    assigneeId: "1",
    channel: "post",
    isAdmin: true,
  };
  await expectNoChange(database, async () => {
    for (const [name, value] of Object.entries(extras)) {
      const filing = aProgramsFiling();
      const { who, requests } = filing as { who: object; requests: [object] };
      for (const planted of [
        { ...filing, [name]: value },
        { ...filing, who: { ...who, [name]: value } },
        { ...filing, requests: [{ ...requests[0], [name]: value }] },
      ]) {
        const answer = await fileOver(app, slug, planted);
        expectRefused(answer);
        const [issue] = issuesOf(answer);
        expect([name, "who", "requests.0"]).toContain(issue?.field);
      }
    }
    for (const name of ["__proto__", "constructor", "prototype"]) {
      const text = JSON.stringify(aProgramsFiling()).replace(/^\{/, `{"${name}":{"role":"administrator"},`);
      expectRefused(await fileOver(app, slug, text));
    }
  });
  const key = randomUUID();
  const before = Date.now();
  expect((await fileOver(app, slug, aProgramsFiling(), { key })).status).toBe(201);
  const [row] = await database.query<Record<string, unknown>>(
    "postgres",
    `select r.state, r."closedAt", r."assigneeId", f."confirmedAt", f.channel, f."receivedAt"
     from "Filing" f join "RightsRequest" r on r."filingId" = f.id where f."idempotencyKey" = $1`,
    [key],
  );
  expect(row).toMatchObject({
    state: "open",
    closedAt: null,
    assigneeId: null,
    confirmedAt: null,
    channel: "api",
  });
  expect(Number(row?.receivedAt)).toBeGreaterThan(before - 1_000);
});
