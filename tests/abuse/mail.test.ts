/** Mail turned against its receivers (cases 4-6, 11, 12 and 20). One peer may file as often as it likes here. */
import { randomUUID } from "node:crypto";
import { createController } from "@/lib/commands/controller/create-controller";
import { controllerById } from "@/lib/db/controller";
import { MAILS_PER_HOUR } from "@/lib/domain/notice/kinds";
import { startApp, type TestApp } from "@/tests/support/app";
import {
  aProgramsFiling,
  expectNoChange,
  expectRefused,
  expectUnharmed,
  fileOver,
  inParallel,
  issuesOf,
  publicAt,
  untilSent,
} from "@/tests/support/attack";
import { useDatabase } from "@/tests/support/database";
import { publicCtxAt, SETTINGS, setupCtx } from "@/tests/support/desk";
import type { CaughtMail } from "@/tests/support/smtp";

const database = useDatabase();
let app: TestApp;
let slug: string;

beforeAll(async () => {
  app = await startApp({
    database,
    limits: { FILING_PEER: 100_000 },
    settings: { TRUSTED_PROXIES: "127.0.0.1" },
  });
  slug = (await publicAt(app)).controller.slug;
});
afterAll(() => app?.stop());
afterEach(() => expectUnharmed(app, database));

const EVIL = "evil.test";
const anAddress = (): string => `${randomUUID().slice(0, 8)}@person.test`;

test.each([
  `"e@${EVIL}"@x.test`,
  `a@x.test,b@${EVIL}`,
  `a@x.test;b@${EVIL}`,
  `a@x.test b@${EVIL}`,
  `a@x.test\r\nBcc: b@${EVIL}`,
  `a@x.test\nBcc: b@${EVIL}`,
  `a@x.test%0d%0aBcc:b@${EVIL}`,
  `g: b@${EVIL};`,
  `N <b@${EVIL}>`,
  `<b@${EVIL}>`,
  `<b@${EVIL}> a@x.test`,
  `b@${EVIL}(a@x.test)`,
  `b@${EVIL}\u0000@x.test`,
  `b@${EVIL}@x.test`,
  `mailto:b@${EVIL}`,
  `b@[127.0.0.1]`,
])("4: %j is not one address: nobody gets a mail", async (email) => {
  const before = app.smtp.mails().length;
  await expectNoChange(database, async () => {
    const answer = await fileOver(app, slug, aProgramsFiling({ who: { name: "Ann", email } }));
    expectRefused(answer);
    expect(issuesOf(answer)[0]?.field).toBe("who.email");
  });
  expect(app.smtp.mails().length).toBe(before);
});

test.each([
  ["a full-width @", "ann＠person.test"],
  ["a space of no width", "ann\u200b@person.test"],
  ["a Cyrillic a", "\u0430nn@person.test"],
  ["a Cyrillic domain", "ann@p\u0435rson.test"],
  ["letters beyond ASCII", "anna@exämple.test"],
  ["a turned text", "ann\u202e@person.test"],
  ["a soft hyphen", "ann\u00ad@person.test"],
])("6: an address with %s is refused", async (_what, email) => {
  await expectNoChange(database, async () => {
    expectRefused(await fileOver(app, slug, aProgramsFiling({ who: { name: "Ann", email } })));
  });
});

test.each([
  ["a turned text", "Ann\u202egnp.exe"],
  ["forty combining marks", `A${"\u0301".repeat(40)}nn`],
  ["an isolate", "Ann\u2066x\u2069"],
  ["a byte order mark", "\ufeffAnn\ufeff Ek"],
  ["a joiner of no width", "An\u200dn"],
  ["a line separator", "Ann\u2028Bcc: b@evil.test"],
])("6: a name with %s is refused", async (_what, name) => {
  await expectNoChange(database, async () => {
    expectRefused(await fileOver(app, slug, aProgramsFiling({ who: { name, email: anAddress() } })));
  });
});

const TYPED = [
  `<a href=//${EVIL}>click</a><img src=//${EVIL}/p.gif>`,
  `"><svg/onload=1>{{71*73}}`,
  "{{71*73}} \u0024{71*73} <%=71*73%> #{71*73} __NAME__ %s %n {name} {0}",
  '=HYPERLINK("//evil.test")',
];

test("5: a line break in a name or another single line is refused, so that no header can follow it", async () => {
  for (const line of [`A\r\nBcc: b@${EVIL}`, `A\nSubject: x`, `A\rBcc: b@${EVIL}`, `A\u0085Bcc: x`]) {
    for (const change of [{ name: line }, { identifiers: line }, { onBehalf: "child", subjectName: line }]) {
      const who = { name: "Ann", email: anAddress(), ...change };
      await expectNoChange(database, async () => {
        expectRefused(await fileOver(app, slug, aProgramsFiling({ who })));
      });
    }
  }
});

test.each(TYPED)("5, 11, 12: nothing of %j, typed in every field, is in the mail", async (typed) => {
  const email = anAddress();
  const filing = aProgramsFiling({
    who: {
      ...{ name: typed, email, identifiers: typed },
      ...{ onBehalf: "other", subjectName: typed, authority: typed },
    },
    requests: [
      { right: "rectification", wrong: typed, correct: typed, complete: typed },
      { right: "complaint", what: typed },
    ],
  });
  const answer = await fileOver(app, slug, filing);
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  const mail = await app.smtp.waitForMail(email);
  expectOurs(mail, email);
  for (const part of [mail.subject, mail.text, mail.html]) {
    expect(part.match(/evil|onload|71\*73|\b5183\b|__NAME__|%s|HYPERLINK/)).toBeNull();
  }
});

/** One receiver, known headers, and no address of the web but ours and the controller's own. */
function expectOurs(mail: CaughtMail, email: string): void {
  expect(mail.recipients).toEqual([email]);
  const names = mail.headers.map(({ key }) => key);
  expect(names.filter((name) => /^(?:b?cc|resent-|sender)/.test(name))).toEqual([]);
  expect(names.filter((name) => name === "to" || name === "subject")).toHaveLength(2);
  expect(mail.subject).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  expect(
    mail.html.match(/<(?:img|script|iframe|link|svg|object|embed|form|base)\b|\son\w+=|url\(|"refresh"/gi),
  ).toBeNull();
  const addresses = [...mail.html.matchAll(/(?:href|src|action|background)="([^"]*)"/g)].map(
    ([, address]) => address,
  );
  expect(addresses.length).toBeGreaterThan(0);
  for (const address of addresses)
    expect(address).toMatch(new RegExp(`^(?:${app.url}/|mailto:|tel:|https://exempelbolaget\\.test/)`));
}

test("11, 12: what an administrator wrote about the controller is text in a mail, too", async () => {
  const name = `Bolaget <a href=//${EVIL}>click</a> & {name} {{71*73}}`;
  const { id } = await createController(setupCtx(), {
    slug: `c-${randomUUID().slice(0, 8)}`,
    settings: { ...SETTINGS, name, otherWays: { en: `<img src=//${EVIL}/p.gif>`, sv: "" } },
  });
  const controller = await controllerById(id);
  if (controller === null) throw new Error("It was not made.");
  const email = anAddress();
  expect(
    (
      await fileOver(
        app,
        publicCtxAt(controller).controller.slug,
        aProgramsFiling({ who: { name: "Ann", email } }),
      )
    ).status,
  ).toBe(201);
  const mail = await app.smtp.waitForMail(email);
  expectOurs(mail, email);
  expect(mail.html).toContain("&lt;a href=//evil.test&gt;click&lt;/a&gt; &amp; {name} {{71*73}}");
  expect(mail.text).toContain(name);
});

test(`20: fifty filings from fifty peers that name one person are all recorded, and ${MAILS_PER_HOUR} mails leave`, async () => {
  const victim = anAddress();
  const answers = await inParallel(50, 10, (n) =>
    fileOver(app, slug, aProgramsFiling({ who: { name: "Ann", email: victim } }), {
      headers: { "x-forwarded-for": `198.51.100.${n + 1}` },
    }),
  );
  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
  await app.smtp.waitForMail(victim, { after: MAILS_PER_HOUR - 1 });
  await untilSent(database);
  expect(app.smtp.mails().filter(({ recipients }) => recipients.includes(victim))).toHaveLength(
    MAILS_PER_HOUR,
  );
  const references = answers.map(
    ({ text }) => (JSON.parse(text) as { requests: { reference: string }[] }).requests[0]?.reference,
  );
  expect(new Set(references).size).toBe(50);
  const states = await database.query<{ state: string; n: number }>(
    "postgres",
    `select n.state, count(*)::int as n from "Notice" n join "Filing" f on f.id = n."filingId"
     where f."emailIndex" = (select f."emailIndex" from "Filing" f join "RightsRequest" r on r."filingId" = f.id where r.reference = $1)
     group by 1 order by 1`,
    [references[0]?.replaceAll("-", "")],
  );
  expect(states).toEqual([
    { state: "accepted", n: MAILS_PER_HOUR },
    { state: "held", n: 50 - MAILS_PER_HOUR },
  ]);
});
