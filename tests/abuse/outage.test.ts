/** What somebody typed is not lost when the database is down (section 8 of the design: nothing typed is ever lost). */
import type { Ctx } from "@/lib/commands/context";
import { startApp, type TestApp } from "@/tests/support/app";
import { publicAt } from "@/tests/support/attack";
import { useDatabase } from "@/tests/support/database";
import { filed } from "@/tests/support/desk";
import { filledForm } from "@/tests/support/form";
import { type Answer, createVisitor, type Visitor } from "@/tests/support/http";
import { workingToken } from "@/tests/support/link";
import { type Severable, severable } from "@/tests/support/severable";
import { browserOf } from "@/tests/support/sign-in";
import { makeStaff } from "@/tests/support/staff";

const database = useDatabase();
let app: TestApp;
let ctx: Ctx;
let way: Severable;

beforeAll(async () => {
  way = await severable(database);
  app = await startApp({ database: way.database, limits: { DRAFT_SECONDS: 0 } });
  ctx = await publicAt(app);
});
afterAll(async () => {
  await app?.stop();
  await way?.stop();
});

const decoded = (text: string): string =>
  text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

/** The form of a page as a browser would send it. */
function formOf({ text }: Answer): { action: string; fields: Record<string, string[]> } {
  const action = /<form method="post" action="([^"]*)"/.exec(text)?.[1] ?? "";
  const fields: Record<string, string[]> = {};
  const hidden = text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g);
  // A line break right after the tag is none of the text.
  const written = text.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>\n?([^<]*)<\/textarea>/g);
  for (const [, name = "", value = ""] of [...hidden, ...written]) {
    fields[decoded(name)] = [...(fields[decoded(name)] ?? []), decoded(value)];
  }
  return { action: decoded(action), fields };
}

/** Posts while the database is down and again, from the page that came, when it is up. */
async function sentTwice(visitor: Visitor, path: string, fields: Record<string, string | readonly string[]>) {
  const cookies = new Map(visitor.cookies);
  await way.stop();
  const down = await visitor.submit(path, fields).finally(() => way.start());
  expect({ status: down.status, text: down.text.slice(0, 200) }).toMatchObject({ status: 503 });
  expect(down.headers["retry-after"] ?? "5").toBe("5");
  expect(new Map(visitor.cookies)).toEqual(cookies);
  const again = formOf(down);
  expect(again.action).toBe(path);
  return { down, again, answer: await visitor.submit(again.action, again.fields) };
}

const TYPED = 'Ni har "fel" <adress> & namn.\nRad två: åäö \u{1F600}';

test("a question page comes back with everything typed, and is taken when it is sent again", async () => {
  const { slug } = ctx.controller;
  const visitor = createVisitor(app.url, { language: "sv" });
  await visitor.submit(`/api/public/${slug}/draft`, {});
  await visitor.submit(`/api/public/${slug}/draft/rights`, { rights: ["rectification", "erasure"] });
  const fields = { wrong: TYPED, correct: "", complete: "" };
  const { down, again, answer } = await sentTwice(visitor, `/api/public/${slug}/draft/rectification`, fields);
  expect(down.text).toContain("Det du skrev finns kvar");
  expect(again.fields).toEqual({ wrong: [TYPED.replace("\n", "\n")], correct: [""], complete: [""] });
  expect(answer.status).toBe(303);
  const page = await visitor.get(`/${slug}/request/about/rectification`);
  expect(page.text).toContain("Rad två: åäö");
  expect(app.log()).not.toMatch(/Rad två|adress/);
});

test("sending the whole form does so too, and it becomes one filing", async () => {
  const { slug } = ctx.controller;
  const person = { name: "Ann Example", email: "outage@person.test", what: "hello" };
  const visitor = await filledForm(app.url, slug, person);
  const { answer } = await sentTwice(visitor, `/api/public/${slug}/draft/submit`, {});
  expect(answer.headers.location).toBe(`/${slug}/request/done`);
  await app.smtp.waitForMail(person.email);
});

test("a requester's reply and a note of the desk come back too", async () => {
  const { requests, filingId } = await filed(ctx);
  const reference = requests[0]?.reference ?? "";
  const requester = createVisitor(app.url);
  await requester.get(`/c/${await workingToken(database, filingId)}`);
  await requester.submit("/api/public/confirm", {});
  await way.stop();
  const down = await requester
    .submit("/api/public/my/reply", { reference, text: TYPED, idempotencyKey: crypto.randomUUID() })
    .finally(() => way.start());
  expect(down.status).toBe(503);
  expect(decoded(down.text)).toContain(TYPED);

  const staff = await browserOf(app, await makeStaff(ctx.controller.id, ["officer"]));
  const path = `/api/staff/${ctx.controller.slug}/requests/${reference}/note`;
  const { answer } = await sentTwice(staff, path, { version: "1", text: TYPED });
  expect(answer.headers.location).toMatch(/done=note/);
});

test("a script is told in JSON; a password is on no page", async () => {
  await way.stop();
  try {
    const visitor = createVisitor(app.url);
    const json = await visitor.postJson(`/api/public/${ctx.controller.slug}/filings`, {});
    expect(json.status).toBe(503);
    expect(JSON.parse(json.text)).toMatchObject({ error: "unavailable" });
    const signIn = await visitor.submit("/api/auth/callback/credentials", {
      email: "a@person.test",
      password: "correct horse battery",
    });
    expect(signIn.text).not.toContain("correct horse");
  } finally {
    await way.start();
  }
  expect((await createVisitor(app.url).get("/api/ready")).status).toBe(200);
});
