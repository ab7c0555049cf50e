/** Staff get in without JavaScript, and a wrong try loses neither the address nor the way. */
import { startApp, type TestApp } from "@/tests/support/app";
import { expectAccessible, launchBrowser, type TestBrowser } from "@/tests/support/browser";
import { useDatabase } from "@/tests/support/database";
import { aController, staffCtxAt, TEST_PASSWORD, TEST_TOTP } from "@/tests/support/desk";
import { codeOf, roomInStep } from "@/tests/support/staff";

const database = useDatabase();
let app: TestApp;
let browser: TestBrowser;

beforeAll(async () => {
  app = await startApp({ database });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

test("signing in without JavaScript", async () => {
  const controller = await aController();
  const { email } = await staffCtxAt(controller, ["auditor"]);
  const page = await browser.newPage({ javaScript: false, language: "sv" });
  const log = `/staff/${controller.slug}/audit`;
  await page.goto(app.url + log);
  expect(new URL(page.url()).pathname).toBe("/staff/sign-in");

  await page.getByLabel("E-postadress").fill(email);
  await page.getByRole("button", { name: "Logga in" }).click();
  await page.getByText("Fyll i e-postadress, lösenord och engångskod.").waitFor();
  await expectAccessible(page);
  expect(await page.getByLabel("E-postadress").inputValue()).toBe(email);

  await page.getByLabel("Lösenord").fill("wrong horse");
  await page.getByLabel("Engångskod").fill("000000");
  await page.getByRole("button", { name: "Logga in" }).click();
  await page.getByText("stämmer inte").waitFor();
  expect(page.url()).not.toMatch(/horse|test|000000/);
  expect(await page.getByLabel("E-postadress").inputValue()).toBe(email);
  expect(await page.getByLabel("Lösenord").inputValue()).toBe("");

  await page.getByLabel("Lösenord").fill(TEST_PASSWORD);
  await roomInStep();
  await page.getByLabel("Engångskod").fill(codeOf(TEST_TOTP));
  await page.getByRole("button", { name: "Logga in" }).click();
  await page.waitForURL(app.url + log);
  await page.close();
});
