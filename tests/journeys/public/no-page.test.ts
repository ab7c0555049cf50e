/** What is said where nothing is: never a blank page, always a way on, with and without JavaScript. */
import type { Page } from "playwright-core";
import type { Ctx } from "@/lib/commands/context";
import { recordIdentityResult } from "@/lib/commands/identity/record-result";
import type { Controller } from "@/lib/db/controller";
import { startApp, type TestApp } from "@/tests/support/app";
import { expectAccessible, launchBrowser, type TestBrowser } from "@/tests/support/browser";
import { useDatabase } from "@/tests/support/database";
import { ACCESS, aController, aFiling, filed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";
import { askedIdentity, versionOf } from "@/tests/support/identity";

const database = useDatabase();
const SHOTS = process.env.HABEAS_SHOTS;

let app: TestApp;
let browser: TestBrowser;
let controller: Controller;
let ctx: Ctx;
let officer: Ctx;

beforeAll(async () => {
  app = await startApp({ database });
  controller = await aController();
  ctx = { ...publicCtxAt(controller), baseUrl: app.url };
  officer = { ...(await staffCtxAt(controller, ["officer"])), baseUrl: app.url };
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

test.each([true, false])(
  "an address where nothing is says so and leads on (JavaScript %s)",
  async (javaScript) => {
    const page = await browser.newPage({ javaScript, language: "sv" });
    for (const path of ["/nosuch", "/nosuch/privacy", "/a/b/c/d"]) await nothingAt(page, path);
    await nothingAt(page, `/${controller.slug}/request/about/xyz`);
    await look(page, `no-page-${javaScript}`);
    await page
      .getByRole("main")
      .getByRole("link", { name: /startsida/ })
      .click();
    await page.waitForURL(`${app.url}/${controller.slug}`);
  },
);

test.each([true, false])(
  "a page of one's own that does not apply leads back to the requests (JavaScript %s)",
  async (javaScript) => {
    const page = await browser.newPage({ javaScript, language: "sv" });
    const email = `own-${javaScript}@person.test`;
    const { requests } = await filed(ctx, aFiling([ACCESS], { email }));
    const reference = requests[0]?.reference ?? "";
    await open(page, email, /.*/);
    await nothingAt(page, "/my/withdraw/ABCDEFGHJKM");
    await nothingAt(page, "/my/authority");
    await page.getByRole("link", { name: "Till dina begäranden" }).click();
    await page.waitForURL(`${app.url}/my`);

    await askedIdentity(officer, reference);
    await page.goto(`${app.url}/my/identity/${reference}`);
    await page.getByRole("button", { name: /Skicka/ }).waitFor();
    await recordIdentityResult(officer, {
      reference,
      version: await versionOf(officer, reference),
      result: "not_needed",
      method: "",
      note: "Ringde upp.",
    });
    const settled = await page.reload();
    expect(settled?.status()).toBe(200);
    await page.getByRole("heading", { level: 1, name: "Här finns inget mer att skicka" }).waitFor();
    await expectAccessible(page);
    await look(page, `settled-${javaScript}`);
    await page.getByRole("link", { name: "Tillbaka till din sida" }).click();
    await page.waitForURL(`${app.url}/my`);
  },
);

test("without an open page of one's own, a wrong address under it says how to get a link", async () => {
  const page = await browser.newPage({ language: "sv" });
  await nothingAt(page, "/my/nothing/here");
  await page.getByRole("link", { name: "Få en länk" }).click();
  await page.waitForURL(`${app.url}/my`);
});

async function nothingAt(page: Page, path: string): Promise<void> {
  const answer = await page.goto(`${app.url}${path}`);
  expect({ path, status: answer?.status() }).toEqual({ path, status: 404 });
  await page.getByRole("heading", { level: 1, name: "Sidan finns inte" }).waitFor();
  await expectAccessible(page);
}

async function open(page: Page, email: string, subject: RegExp): Promise<void> {
  const mail = await app.smtp.waitForMail(email, { subject });
  await page.goto(/https?:\/\/\S+\/c\/\S+/.exec(mail.text)?.[0] ?? "");
  await page.getByRole("button", { name: "Bekräfta och öppna" }).click();
}

async function look(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}
