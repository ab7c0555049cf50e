/** The public pages and form posts as plain HTTP: where they lead, what they refuse, in which language. */
import { randomUUID } from "node:crypto";
import { changeSlug } from "@/lib/commands/controller/change-slug";
import type { Controller } from "@/lib/db/controller";
import { startApp, type TestApp } from "@/tests/support/app";
import { useDatabase } from "@/tests/support/database";
import { ACCESS, aController, aFiling, staffCtxAt } from "@/tests/support/desk";
import { type Answer, createVisitor, type Visitor } from "@/tests/support/http";

const database = useDatabase();
let app: TestApp;
let swedish: Controller;
let english: Controller;

beforeAll(async () => {
  app = await startApp({ database, limits: { DRAFT_SECONDS: 0, DRAFT_PEER: 12 } });
});
afterAll(async () => app?.stop());

const visitor = (language = "sv"): Visitor => createVisitor(app.url, { language });
const path = (answer: Answer) => new URL(answer.headers.location ?? "", app.url).pathname;
const title = (answer: Answer) => /<title>([^<]*)<\/title>/.exec(answer.text)?.[1];
const files = (controller: Controller, body: unknown, headers: Record<string, string> = {}) =>
  visitor("en").postJson(`/api/public/${controller.slug}/filings`, body, {
    "idempotency-key": randomUUID(),
    ...headers,
  });

test("the first page: nobody yet, then the only controller, then a choice", async () => {
  const none = await visitor().get("/");
  expect([none.status, none.text.includes("Tjänsten är inte igång ännu")]).toEqual([200, true]);
  swedish = await aController();
  const only = await visitor().get("/");
  expect([only.status, path(only)]).toEqual([307, `/${swedish.slug}`]);
  english = await aController({
    name: "Demo ApS",
    languages: ["en"],
    country: "DK",
    region: "DK",
    zone: "Europe/Copenhagen",
    profile: "gdpr-dk",
  });
  const several = await visitor().get("/");
  expect(several.text).toContain(`href="/${swedish.slug}"`);
  expect(several.text).toContain(`href="/${english.slug}"`);
});

test("a controller is spoken with in its own languages", async () => {
  const page = await visitor("sv").get(`/${english.slug}`);
  expect(title(page)).toBe("Your personal data at Demo ApS");
  expect(page.text).toMatch(/<div lang="en"/);
  expect(page.text).not.toContain("Svenska");
  const swedishPage = await visitor("en").get(`/${swedish.slug}`);
  expect(swedishPage.text).toMatch(/<html lang="en"/);
});

test("a link on the controller's own site chooses a right, and what is no right chooses nothing", async () => {
  const chosen = await visitor().get(`/${swedish.slug}?right=marketing_objection`);
  expect(chosen.text).toContain("Du har valt: Slippa direktmarknadsföring");
  const started = await visitor().submit(`/api/public/${swedish.slug}/draft`, {
    right: "marketing_objection",
  });
  expect(path(started)).toBe(`/${swedish.slug}/request/about/marketing_objection`);
  for (const unknown of ["", "%3Cb%3E", "everything"]) {
    expect((await visitor().get(`/${swedish.slug}?right=${unknown}`)).text).not.toContain("Du har valt");
  }
});

test("who withdraws a consent is told where cookies are switched off, if the controller says so", async () => {
  const said = await visitor().get(`/${swedish.slug}?right=consent_withdrawal`);
  expect(said.text).toContain('href="https://exempelbolaget.test/kakor"');
  const silent = await aController({ cookieSettingsUrl: "" });
  expect((await visitor().get(`/${silent.slug}`)).text).not.toContain("kakor");
});

test("a slug that nobody has is no page; one that was changed leads to the new one for ever", async () => {
  for (const missing of [
    "/nobody",
    "/Nobody",
    "/%00x",
    "/nobody/privacy",
    "/nobody/request/check",
    `/${swedish.slug}/request/about/nothing`,
    `/${swedish.slug}/x`,
  ]) {
    expect([missing, (await visitor().get(missing)).status]).toEqual([
      missing,
      missing === "/%00x" ? 400 : 404,
    ]);
  }
  const before = swedish.slug;
  await changeSlug(await staffCtxAt(swedish, ["administrator"]), { slug: `${before}-ny` });
  for (const rest of [
    "",
    "/privacy",
    "/accessibility",
    "/request/rights",
    "/request/about/access",
    "/request/done",
  ]) {
    const answer = await visitor().get(`/${before}${rest}`);
    expect([rest, answer.status, path(answer)]).toEqual([rest, 308, `/${before}-ny${rest}`]);
  }
  swedish = { ...swedish, slug: `${before}-ny` };
});

test("a language is changed only to one of ours, and leads back to a page of ours", async () => {
  for (const back of [
    "//evil.example",
    "/\\evil.example",
    "https:evil.example",
    "https://evil.example/",
    "/%2f%2fevil",
    "/a//b",
    "",
  ]) {
    const answer = await visitor().submit("/api/public/language", { language: "en", back });
    expect([back, answer.status, answer.headers.location]).toEqual([back, 303, "/"]);
  }
  const person = visitor("sv");
  const there = await person.submit("/api/public/language", {
    language: "en",
    back: `/${swedish.slug}/privacy`,
  });
  expect([path(there), person.cookies.get("habeas.lang")]).toEqual([`/${swedish.slug}/privacy`, "en"]);
  expect((await person.follow(there)).text).toMatch(/<html lang="en"/);
  const other = await visitor().submit("/api/public/language", { language: "xx", back: "/" });
  expect(other.status).toBe(400);
});

test("a page opened out of turn leads to the one that can be answered", async () => {
  const person = visitor("en");
  const gone = await person.get(`/${swedish.slug}/request/contact`);
  expect([gone.status, gone.text.includes("Your answers are no longer here")]).toEqual([200, true]);
  await person.submit(`/api/public/${swedish.slug}/draft`, { right: "erasure" });
  for (const place of ["contact", "check", "done", "about/access"]) {
    const answer = await person.get(`/${swedish.slug}/request/${place}`);
    const target = place === "done" ? "check" : "about/erasure";
    expect([place, answer.status, path(answer)]).toEqual([place, 307, `/${swedish.slug}/request/${target}`]);
  }
});

test("form posts that are no form of ours change nothing and say so", async () => {
  const drafts = () => database.query("postgres", `select 1 from "Draft"`);
  const before = (await drafts()).length;
  const action = `/api/public/${swedish.slug}/draft`;
  expect((await visitor().submit(action, { right: "everything" })).status).toBe(400);
  expect((await visitor().postJson(action, { right: { not: "" } })).status).toBe(400);
  expect((await visitor().submit(`${action}/nothing`, {})).status).toBe(404);
  expect((await visitor().submit("/api/public/nobody/draft", {})).status).toBe(404);
  expect((await visitor().submit(action, {}, { origin: "https://evil.example" })).status).toBe(403);
  expect((await drafts()).length).toBe(before);
});

test("the draft cookie is for this site alone", async () => {
  const { headers } = await visitor().submit(`/api/public/${swedish.slug}/draft`, {});
  expect(headers["set-cookie"]).toEqual([
    expect.stringMatching(
      /^__Host-habeas\.draft=[\w-]{43}; Path=\/; Max-Age=604800; HttpOnly; Secure; SameSite=Lax$/,
    ),
  ]);
});

test("a program files with JSON, and the same key again is the same filing", async () => {
  const body = aFiling([ACCESS]);
  const key = { "idempotency-key": randomUUID() };
  const first = await files(swedish, body, key);
  expect([first.status, JSON.parse(first.text)]).toEqual([
    201,
    {
      receivedAt: expect.stringMatching(/Z$/),
      zone: "Europe/Stockholm",
      confirmed: false,
      requests: [
        {
          reference: expect.stringMatching(/^\w{5}-\w{5}-\w$/),
          right: "access",
          status: "running",
          answerBy: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        },
      ],
    },
  ]);
  expect(JSON.parse((await files(swedish, body, key)).text)).toEqual(JSON.parse(first.text));
  expect((await files(swedish, { ...body, language: "en" }, key)).status).toBe(409);
});

test.each([
  ["no key", aFiling(), { "idempotency-key": "" }],
  ["a key that is not one", aFiling(), { "idempotency-key": "x" }],
  ["another kind of body", aFiling(), { "content-type": "text/plain" }],
  ["nothing", {}, {}],
  ["null", null, {}],
  ["an operator", aFiling([ACCESS], { email: { startsWith: "a" } as unknown as string }), {}],
  ["more than is asked", { ...aFiling(), status: "closed", assigneeId: "1" }, {}],
  ["the same right twice", aFiling([ACCESS, ACCESS]), {}],
])("a program that sends %s is told what is wrong with it", async (_, body, headers) => {
  const answer = await files(swedish, body, headers);
  expect([answer.status, JSON.parse(answer.text)]).toEqual([
    400,
    expect.objectContaining({
      issues: expect.arrayContaining([
        { field: expect.any(String), message: expect.stringMatching(/\w{4,}/) },
      ]),
    }),
  ]);
});

test("too many forms from one peer wait, and are told for how long", async () => {
  let answer: Answer | undefined;
  for (let at = 0; at < 13; at += 1)
    answer = await visitor("en").submit(`/api/public/${swedish.slug}/draft`, {});
  expect(answer?.status).toBe(429);
  expect(Number(answer?.headers["retry-after"])).toBeGreaterThan(0);
  expect(answer?.text).toContain("Wait a little while");
  expect(answer?.headers["content-type"]).toMatch(/^text\/html/);
});
