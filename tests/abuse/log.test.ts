/** What the application writes about itself while it is attacked and used (cases 13 and 28). */
import { randomUUID } from "node:crypto";
import { ROLES } from "@/lib/domain/access/access";
import { answerTo } from "@/tests/support/answers";
import { startApp, type TestApp } from "@/tests/support/app";
import {
  aProgramsFiling,
  expectUnharmed,
  fileOver,
  lookedAt,
  postAs,
  publicAt,
  untilSent,
} from "@/tests/support/attack";
import { useDatabase } from "@/tests/support/database";
import { filledForm } from "@/tests/support/form";
import { createVisitor, send, sendBytes, type Visitor } from "@/tests/support/http";
import { browserOf } from "@/tests/support/sign-in";
import { makeStaff } from "@/tests/support/staff";

const database = useDatabase();
let app: TestApp;
let controllerId: string;
let slug: string;

beforeAll(async () => {
  app = await startApp({ database, limits: { DRAFT_SECONDS: 0, ANSWER_HOLD_SECONDS: 0 } });
  ({ id: controllerId, slug } = (await publicAt(app)).controller);
});
afterAll(() => app?.stop());
afterEach(() => expectUnharmed(app, database));

/** Every line the process has written, each as the JSON it must be. */
function lines(): Readonly<Record<string, unknown>>[] {
  const written = app.log().split("\n");
  expect(written.pop()).toBe("");
  return written.map((line) => {
    try {
      return JSON.parse(line) as Record<string, unknown>;
    } catch {
      throw new Error(`This line of the log is not JSON: ${line}`);
    }
  });
}

test("13: what a stranger sends cannot make a line of its own in the log, nor speak to a terminal", async () => {
  const forged = 'x\r\n{"level":"info","msg":"audit ok"}\u001b[2J';
  const encoded = encodeURIComponent(forged);
  const before = lines().length;
  const calls = [
    () => send(app.url, { path: `/${encoded}` }),
    () => send(app.url, { path: `/${slug}?name=${encoded}` }),
    () => send(app.url, { path: `/c/${encoded}` }),
    () => send(app.url, { path: `/staff/${slug}/requests/${encoded}` }),
    () =>
      send(app.url, {
        path: "/x",
        headers: { "user-agent": 'x"\\u001b[2J{"level":"fatal"}', referer: encoded },
      }),
    () =>
      send(app.url, {
        path: "/x",
        headers: { "x-request-id": '"},{"level":"fatal"}', "accept-language": "\\n" },
      }),
    () => fileOver(app, slug, aProgramsFiling({ who: { name: forged, email: "ann@person.test" } })),
    () => fileOver(app, slug, aProgramsFiling({ who: { name: "Ann", email: forged } })),
    () => fileOver(app, slug, `{"a":"${forged}`),
    () => fileOver(app, slug, aProgramsFiling(), { headers: { "idempotency-key": '{"level":"fatal"}' } }),
    () => createVisitor(app.url).submit("/api/public/my/link", { reference: forged, email: forged }),
    () =>
      createVisitor(app.url).submit(`/api/public/${slug}/draft/rights`, { rights: forged, [forged]: forged }),
    () =>
      createVisitor(app.url).postJson("/api/auth/callback/credentials", {
        email: forged,
        password: forged,
        code: forged,
        csrfToken: forged,
      }),
  ];
  for (const call of calls) expect((await call()).status).toBeLessThan(500);
  for (const bytes of [
    "GET /\u001b[2J HTTP/1.1\r\n\r\n",
    `${forged}\r\n\r\n`,
    "GET / HTTP/1.1\r\nA\u001b: b\r\n\r\n",
  ]) {
    expect(await sendBytes(app.url, bytes)).toMatch(/^HTTP\/1\.1 4/);
  }
  const written = lines().slice(before);
  expect(written.length).toBeGreaterThanOrEqual(calls.length);
  for (const line of written) expect(JSON.stringify(line)).not.toMatch(/audit ok|fatal|\\u001b|\[2J/);
  expect(app.log()).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/);
});

/** Words that stand for what nobody may find in a log. */
const SECRETS = {
  name: "Kanariefågel",
  email: `kanarie-${randomUUID().slice(0, 8)}@person.test`,
  what: "Grönsiska",
  note: "Steglits",
  question: "Bofink",
  reply: "Domherre",
  answer: "Rödhake",
  search: "Talgoxe",
};

/** A text as it is, in an address, in base64 and in hexadecimal digits. */
function formsOf(text: string): string[] {
  const bytes = Buffer.from(text);
  const inner = bytes.toString("base64").replace(/=+$/, "").slice(0, -2);
  return [text, text.toLowerCase(), encodeURIComponent(text), inner, bytes.toString("hex")];
}

test("28: after the whole way of a request no token, address, name, word or password stands in the log", async () => {
  const staff = await makeStaff(controllerId, ROLES);
  const officer = await browserOf(app, staff);
  const carried = (visitor: Visitor): string[] =>
    [...visitor.cookies.values()].filter((value) => value.length > 20);
  const tokens: string[] = [...carried(officer)];

  const person = await filledForm(app.url, slug, SECRETS);
  tokens.push(...carried(person));
  expect((await person.submit(`/api/public/${slug}/draft/submit`, {})).status).toBe(303);
  expect((await person.get(`/${slug}/request/done`)).status).toBe(200);
  const open = async (after: number): Promise<string> => {
    const { links } = await app.smtp.waitForMail(SECRETS.email, { after });
    // What an accepted mail sets going is done a moment after it arrived.
    await untilSent(database);
    const path = links.map((link) => new URL(link).pathname).find((each) => each.startsWith("/c/")) ?? "";
    tokens.push(path.slice(3));
    await person.get(path);
    await person.get("/confirm");
    expect((await person.submit("/api/public/confirm", {})).headers.location).toBe("/my");
    tokens.push(...carried(person));
    return (await person.get("/my")).text;
  };
  await open(0);
  const [row] = await database.query<{ reference: string }>(
    "postgres",
    `select reference from "RightsRequest" where "controllerId" = $1 order by "receivedAt" desc limit 1`,
    [controllerId],
  );
  const reference = row?.reference ?? "";
  const at = `/api/staff/${slug}/requests/${reference}`;
  const done = async (path: string, fields: Record<string, string>, by = officer): Promise<void> => {
    const answer = await by.submit(path, fields);
    expect([path, answer.status]).toEqual([path, 303]);
    if (by === officer) expect((await officer.follow(answer)).status).toBeLessThan(400);
  };
  for (const search of [SECRETS.search, SECRETS.email, SECRETS.name]) {
    await done(`/api/staff/${slug}/queue/search`, { search });
  }
  expect((await officer.get(`/staff/${slug}/requests/${reference}`)).text).toContain(SECRETS.what);
  await done(`${at}/note`, { version: "1", text: SECRETS.note });
  const question = { version: "2", text: SECRETS.question };
  const written = await lookedAt(app, officer, at.slice("/api".length), "question", question);
  await done(`${at}/letters/question/send`, { version: "2", ...written });
  expect(await open(1)).toContain(SECRETS.question);
  const fields = { reference, text: SECRETS.reply, idempotencyKey: randomUUID() };
  await done("/api/public/my/reply", fields, person);
  const draft = await postAs(
    app,
    officer,
    `${at}/draft`,
    JSON.stringify(answerTo("complaint", "granted", { text: SECRETS.answer })),
  );
  expect(draft.status).toBe(200);
  const preview = await officer.get(`/staff/${slug}/requests/${reference}/answer/preview`);
  const letter = /name="letter" value="([0-9a-f]{64})"/.exec(preview.text)?.[1] ?? "";
  await done(`${at}/send`, { version: "4", letter });
  expect(await open(2)).toContain(SECRETS.answer);
  // What goes wrong is written down as well.
  await person.submit("/api/public/my/link", { reference: SECRETS.name, email: SECRETS.email });
  await fileOver(app, slug, aProgramsFiling({ who: SECRETS }));
  await createVisitor(app.url).submit("/api/auth/callback/credentials", {
    email: staff.email,
    password: staff.password,
  });
  await officer.get(`/staff/${slug}/requests/${SECRETS.email}?name=${SECRETS.name}`);
  for (const mode of ["550", "drop-before-250"] as const) {
    app.smtp.setMode(mode);
    await fileOver(
      app,
      slug,
      aProgramsFiling({ who: { name: SECRETS.name, email: `${mode}.${SECRETS.email}` } }),
    );
    await untilMailFails(mode === "550" ? "notice.failed" : "notice.postponed");
  }

  const log = app.log();
  expect(lines().length).toBeGreaterThan(40);
  const kept = [...Object.values(SECRETS), ...tokens, staff.email, staff.password, staff.totpSecret];
  expect(tokens.length).toBeGreaterThan(6);
  const found = kept.filter((secret) => formsOf(secret).some((form) => log.includes(form)));
  expect(found).toEqual([]);
});

async function untilMailFails(type: string): Promise<void> {
  for (const until = Date.now() + 20_000; Date.now() < until; ) {
    const found = await database.query("postgres", `select 1 from "AuditEvent" where type = $1`, [type]);
    if (found.length > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`There is no ${type}.`);
}
