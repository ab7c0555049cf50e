/** The first administrator joins, makes the controller, looks after its settings and colleagues; a colleague joins too. */
import type { Page } from "playwright-core";
import { inviteFirstAdministrator } from "@/lib/commands/access/invite-first-administrator";
import { startApp, type TestApp } from "@/tests/support/app";
import {
  expectAccessible,
  launchBrowser,
  noThirdPartyRequests,
  type TestBrowser,
} from "@/tests/support/browser";
import { useDatabase } from "@/tests/support/database";
import { setupCtx } from "@/tests/support/desk";
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

const PASSWORD = "nine quiet lanterns by the mill";
const path = (page: Page) => new URL(page.url()).pathname;
const summary = (page: Page) => page.locator("#error-summary");

/** Waits for the page that follows a click. */
async function arrive(page: Page, wanted: string): Promise<void> {
  await page.waitForURL((url) => url.pathname === wanted);
}

/** Joins with the link in front of the page, from the key that the page shows as text. Returns the key. */
async function joinHere(page: Page): Promise<string> {
  const secret = ((await page.locator("fieldset p.font-mono").textContent()) ?? "").replaceAll(" ", "");
  expect(secret).toMatch(/^[A-Z2-7]{32}$/);
  await roomInStep();
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByLabel("The code in the app").fill(codeOf(secret, -1));
  await page.getByRole("button", { name: "Save and show recovery codes" }).click();
  await page.getByRole("heading", { name: "Your recovery codes" }).waitFor();
  return secret;
}

async function signInHere(page: Page, email: string, code: string): Promise<void> {
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(PASSWORD);
  await page.getByLabel("One-time code").fill(code);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("from the link at the console to a colleague at work", async () => {
  const url = (await inviteFirstAdministrator({ ...setupCtx(), baseUrl: app.url }))?.url ?? "";
  const page = await browser.newPage({ width: 320, height: 640 });
  const others = noThirdPartyRequests(page, app.url);

  await page.goto(url);
  expect(path(page)).toBe("/staff/join");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Save and show recovery codes" }).click();
  await summary(page).waitFor();
  expect(await summary(page).evaluate((element) => element === document.activeElement)).toBe(true);
  await expectAccessible(page);
  await page.getByLabel("Your name").fill("Ada Först");
  await page.getByLabel("Your email address").fill("ada@norrvik.test");
  await page.getByLabel("New password").fill("password1234567");
  await page.getByLabel("The code in the app").fill("000000");
  await page.getByRole("button", { name: "Save and show recovery codes" }).click();
  await summary(page).getByText("The code does not match").waitFor();
  await expect(summary(page).getByText("easy to guess").isVisible()).resolves.toBe(true);
  await expect(page.getByLabel("Your name").inputValue()).resolves.toBe("Ada Först");
  const secret = await joinHere(page);
  await expectAccessible(page);
  await expect(
    page.getByRole("list", { name: "Recovery codes" }).getByRole("listitem").count(),
  ).resolves.toBe(10);

  await page.getByRole("link", { name: "I have saved them. Sign in" }).click();
  await arrive(page, "/staff/sign-in");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Sign in" }).click();
  await summary(page).waitFor();
  await signInHere(page, "ada@norrvik.test", "123456");
  await summary(page).getByText("does not match").waitFor();
  await expect(page.getByLabel("Email address").inputValue()).resolves.toBe("ada@norrvik.test");
  await expectAccessible(page);
  await signInHere(page, "ada@norrvik.test", codeOf(secret, 0));
  await arrive(page, "/staff/first-controller");
  await expectAccessible(page);

  await page.getByLabel("The address of your start page").fill("api");
  await page.getByLabel("Name of the organisation").fill("Norrviks kommun");
  await page.getByLabel("Postal address").fill("Storgatan 1\n123 45 Norrvik");
  await page.getByLabel("Email address for questions").fill("dataskydd@norrvik.test");
  await page.getByLabel("Supervisory authority").selectOption("sedi");
  await page.getByRole("button", { name: "Create and go on" }).click();
  await summary(page).waitFor();
  await expectAccessible(page);
  await page.getByLabel("The address of your start page").fill("norrvik");
  await page.getByRole("button", { name: "Create and go on" }).click();
  await arrive(page, "/staff/norrvik/settings/staff");
  await expectAccessible(page);

  await page.getByLabel("The colleague’s name").fill("Kim Kollega");
  await page.getByLabel("The colleague’s email address").fill("kim@norrvik.test");
  await page.getByRole("checkbox", { name: "Officer", exact: true }).last().check();
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await page.getByText("The invitation is sent.").waitFor();
  await expectAccessible(page);

  const mail = await app.smtp.waitForMail("kim@norrvik.test");
  const kim = await browser.newPage({ width: 1280 });
  await kim.goto(mail.links[0] ?? "");
  await expect(kim.getByText("The account is for kim@norrvik.test.").isVisible()).resolves.toBe(true);
  const kims = await joinHere(kim);
  await kim.getByRole("link", { name: "I have saved them. Sign in" }).click();
  await signInHere(kim, "kim@norrvik.test", codeOf(kims, 0));
  await arrive(kim, "/staff/norrvik/queue");

  await page.getByRole("link", { name: "Settings" }).click();
  await arrive(page, "/staff/norrvik/settings");
  await expectAccessible(page);
  await page.getByLabel("Phone for questions").fill("call me");
  await page.getByRole("button", { name: "Save settings" }).click();
  await summary(page).waitFor();
  await page.getByLabel("Phone for questions").fill("+46 123 456");
  await page.getByRole("button", { name: "Save settings" }).click();
  await page.getByText("The settings are saved.").waitFor();
  await expect(page.getByText("Version 2").first().isVisible()).resolves.toBe(true);

  await page.goto(`${app.url}/staff/norrvik/settings/staff`);
  const card = page.getByRole("listitem").filter({ hasText: "kim@norrvik.test" });
  await card.getByRole("button", { name: "Reset sign-in" }).click();
  await card.getByRole("button", { name: "Reset sign-in" }).click();
  await page.getByText("The sign-in is reset and an email sent.").waitFor();
  await kim.reload();
  expect(path(kim)).toBe("/staff/sign-in");
  const reset = await app.smtp.waitForMail("kim@norrvik.test", { after: 1 });
  await kim.goto(reset.links[0] ?? "");
  await expect(kim.getByRole("heading", { level: 1 }).textContent()).resolves.toBe(
    "Choose your sign-in again",
  );
  await kim.goto(mail.links[0] ?? "");
  await expect(kim.getByRole("heading", { level: 1 }).textContent()).resolves.toBe(
    "This link has been used already",
  );
  await expectAccessible(kim);

  await page.goto(`${app.url}/staff/account`);
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Svenska" }).click();
  await page.getByRole("heading", { name: "Mitt konto" }).waitFor();
  await page.getByRole("button", { name: "Logga ut", exact: true }).click();
  await arrive(page, "/staff/sign-in");
  await page.goto(`${app.url}/staff/norrvik/settings`);
  expect(path(page)).toBe("/staff/sign-in");
  // The browser's console names every refusal, so only whom it asked counts here.
  const asked = others.requests.filter((url) => !url.startsWith("data:"));
  expect(asked.filter((url) => new URL(url).origin !== app.url)).toEqual([]);
  expect(asked.length).toBeGreaterThan(20);
});
