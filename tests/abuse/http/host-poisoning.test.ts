/** Abuse case 26: making the installation mail a link that leads elsewhere. */
import { randomUUID } from "node:crypto";
import { startApp, type TestApp } from "../../support/app";
import { expectNoChange, expectUnharmed, publicAt } from "../../support/attack";
import { useDatabase } from "../../support/database";
import { aFiling, filed } from "../../support/desk";
import { type Answer, send, sendBytes } from "../../support/http";

const database = useDatabase();
const email = "ann@person.test";
let app: TestApp;
let body: string;
let filings: string;

beforeAll(async () => {
  app = await startApp({ database });
  const ctx = await publicAt(app);
  filings = `/api/public/${ctx.controller.slug}/filings`;
  const receipt = await filed(ctx, aFiling(undefined, { email }));
  await app.smtp.waitForMail(email);
  body = new URLSearchParams({ reference: receipt.requests[0]?.reference ?? "", email }).toString();
});

afterAll(() => app?.stop());

function order(headers: Readonly<Record<string, string>>): Promise<Answer> {
  const type = "application/x-www-form-urlencoded";
  return send(app.url, {
    method: "POST",
    path: "/api/public/my/link",
    headers: { origin: app.url, "content-type": type, ...headers },
    body,
  });
}

test.each(["evil.test", "localhost.evil.test", "evil.test#localhost", "localhost", "evil.test:80@localhost"])(
  "a request to the host %s is not ours",
  async (host) => {
    await expectNoChange(database, async () => {
      expect((await order({ host })).status).toBe(421);
      expect((await order({ host, origin: `http://${host}` })).status).toBe(421);
    });
  },
);

test.each([
  ["an absolute address", "POST http://evil.test/api/public/my/link HTTP/1.1\r\nHost: HOST"],
  ["two hosts", "POST /api/public/my/link HTTP/1.1\r\nHost: HOST\r\nHost: evil.test"],
  ["a host on the next line", "POST /api/public/my/link HTTP/1.1\r\nHost: HOST\r\n evil.test"],
  ["no host", "POST /api/public/my/link HTTP/1.0"],
])("%s in the request is refused", async (_what, head) => {
  const rest = `Origin: ${app.url}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\nConnection: close`;
  await expectNoChange(database, async () => {
    const answer = await sendBytes(
      app.url,
      `${head.replace("HOST", new URL(app.url).host)}\r\n${rest}\r\n\r\n${body}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 (?:400|421) /);
  });
});

const CLAIMS = {
  "x-forwarded-host": "evil.test",
  "x-forwarded-proto": "https",
  "x-forwarded-port": "8443",
  "x-original-host": "evil.test",
  "x-original-url": "//evil.test/",
  "x-host": "evil.test",
  forwarded: "for=1.2.3.4;host=evil.test;proto=https",
  referer: "https://evil.test/",
};

test("what a proxy might say of the host is not believed when a link is ordered", async () => {
  const before = app.smtp.mails().length;
  const answer = await order(CLAIMS);
  expect(answer.status).toBe(303);
  expect(answer.headers.location).toMatch(/^\/my/);
  await expectOwnLink(email, before);
});

test("nor when requests are filed", async () => {
  const to = "bo@person.test";
  const answer = await send(app.url, {
    method: "POST",
    path: filings,
    headers: {
      origin: app.url,
      "content-type": "application/json",
      "idempotency-key": randomUUID(),
      ...CLAIMS,
    },
    body: JSON.stringify(aFiling(undefined, { email: to })),
  });
  expect(answer.status).toBe(201);
  await expectOwnLink(to, 0);
});

async function expectOwnLink(to: string, after: number): Promise<void> {
  const mail = await app.smtp.waitForMail(to, { after });
  const [link] = mail.links.filter((one) => one.includes("/c/"));
  expect(new URL(link ?? "").origin).toBe(app.url);
  expect(app.smtp.mails().filter(({ raw }) => raw.includes("evil"))).toEqual([]);
  await expectUnharmed(app, database);
}
