/** A complaint is given to somebody who did not decide before, and its page says who did. */
import type { Page } from "playwright-core";
import { decide } from "@/lib/commands/decision/decide";
import type { Controller } from "@/lib/db/controller";
import { answerTo } from "@/tests/support/answers";
import { startApp, type TestApp } from "@/tests/support/app";
import { expectAccessible, launchBrowser, type TestBrowser } from "@/tests/support/browser";
import { useDatabase } from "@/tests/support/database";
import {
  ACCESS,
  aController,
  aFiling,
  filedAndConfirmed,
  publicCtxAt,
  staffCtxAt,
  TEST_PASSWORD,
  TEST_TOTP,
} from "@/tests/support/desk";
import { deliver } from "@/tests/support/office";
import { codeOf, roomInStep } from "@/tests/support/staff";

const database = useDatabase();
const SHOTS = process.env.HABEAS_SHOTS;

let app: TestApp;
let browser: TestBrowser;
let page: Page;
let controller: Controller;

beforeAll(async () => {
  controller = await aController();
  app = await startApp({ database });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function look(name: string): Promise<void> {
  await expectAccessible(page);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/complaint-${name}.png`, fullPage: true });
}

test("who decided an earlier request sees so, in the choice of whom to give it to and before writing the answer", async () => {
  const officer = await staffCtxAt(controller, ["officer"]);
  const asks = async (details: Parameters<typeof aFiling>[0]) =>
    filedAndConfirmed(publicCtxAt(controller), aFiling(details, { email: "klagar@person.test" }));
  const { reference: before } = await asks([ACCESS]);
  await decide(officer, { reference: before, version: 1, answer: answerTo("access") });
  await deliver(officer);
  const { reference } = await asks([{ right: "complaint", what: "Ni svarade fel." }]);
  const colleague = await staffCtxAt(controller, ["officer", "dpo"]);

  await roomInStep(10);
  page = await browser.newPage();
  await page.goto(`${app.url}/staff/sign-in`);
  await page.getByLabel("Email address").fill(officer.email);
  await page.getByLabel("Password").fill(TEST_PASSWORD);
  await page.getByLabel("One-time code").fill(codeOf(TEST_TOTP));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname.endsWith("/queue"));

  await page.goto(`${app.url}/staff/${controller.slug}/requests/${reference}`);
  const box = page.getByRole("region", { name: "Vem som har handlagt personens tidigare begäranden" });
  await box.getByText("Test officer (du)").waitFor();
  await box.getByText("beslutade den").waitFor();
  await box.getByText("så en kollega beslutar klagomålet: Test officer dpo").waitFor();
  const choices = await page.getByLabel("Handläggare").locator("option").allTextContents();
  expect(choices).toContain("Test officer (har handlagt en tidigare begäran)");
  expect(choices).toContain("Test officer dpo");
  await look("page");
  await page.getByRole("link", { name: "Skriv svaret" }).click();
  await page.getByText("så en kollega beslutar klagomålet").waitFor();
  await look("answer");
  expect(colleague.staffId).not.toBe(officer.staffId);
});
