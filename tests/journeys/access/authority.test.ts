/** The administrator corrects the supervisory authority and sees it say so; a colleague reads it. */
import type { Page } from "playwright-core";
import type { Controller } from "@/lib/db/controller";
import { localDate } from "@/lib/domain/clock/dates";
import { formatDate } from "@/lib/i18n/format";
import { startApp, type TestApp } from "@/tests/support/app";
import {
  expectAccessible,
  launchBrowser,
  noThirdPartyRequests,
  type TestBrowser,
} from "@/tests/support/browser";
import { useDatabase } from "@/tests/support/database";
import { aController, staffCtxAt, TEST_PASSWORD, TEST_TOTP } from "@/tests/support/desk";
import { codeOf, roomInStep } from "@/tests/support/staff";

const database = useDatabase();
const SHOTS = process.env.HABEAS_SHOTS;
let app: TestApp;
let browser: TestBrowser;
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

async function signedIn(role: "administrator" | "officer", width: number): Promise<Page> {
  const { email } = await staffCtxAt(controller, [role]);
  const page = await browser.newPage({ width, height: 740 });
  await page.goto(`${app.url}/staff/sign-in?next=/staff/${controller.slug}/settings`);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(TEST_PASSWORD);
  await roomInStep();
  await page.getByLabel("One-time code").fill(codeOf(TEST_TOTP));
  await page.getByRole("button", { name: "Sign in" }).click();
  // From here on it speaks the staff member's language, Swedish.
  await page.getByRole("link", { name: "Se eller rätta uppgifterna" }).click();
  await page.getByRole("heading", { level: 1, name: "Tillsynsmyndighet" }).waitFor();
  return page;
}

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  const beside = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beside).toBeLessThanOrEqual(0);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/authority-${name}.png`, fullPage: true });
}

test("on a phone: what is known, a web address that cannot be, a correction, another authority", async () => {
  const page = await signedIn("administrator", 360);
  const others = noThirdPartyRequests(page, app.url);
  await page.getByText("Som i listan som följer med Habeas.").waitFor();
  await look(page, "phone");

  await page.getByLabel("Webbadress").fill("http://www.imy.se");
  await page.getByLabel("Telefon").fill("+46 8 000 11 22");
  await page.getByRole("button", { name: "Spara uppgifterna" }).click();
  await page.locator("#error-summary").getByText("börjar med https://").waitFor();
  await expect(page.getByLabel("Telefon").inputValue()).resolves.toBe("+46 8 000 11 22");
  await look(page, "phone-error");

  await page.getByLabel("Webbadress").fill("https://www.imy.se/");
  await page.getByRole("button", { name: "Spara uppgifterna" }).click();
  await page.getByText("Uppgifterna är sparade.").waitFor();
  const today = formatDate(localDate(new Date().toISOString(), controller.settings.zone), "sv");
  await page.getByText(`Kontrollerad ${today}. Ändrad här.`).waitFor();
  await expect(page.getByLabel("Telefon").inputValue()).resolves.toBe("+46 8 000 11 22");
  await look(page, "phone-saved");

  await page.getByLabel("Myndighet", { exact: true }).selectOption("dkdi");
  await page.getByRole("button", { name: "Visa" }).click();
  await page.getByRole("heading", { level: 2, name: "Datatilsynet (Denmark)" }).waitFor();
  await page.getByText("hänvisar inte till den här myndigheten").waitFor();
  expect(others.requests.length).toBeGreaterThan(0);
});

test("on a desktop an officer reads it and has nothing to save", async () => {
  const page = await signedIn("officer", 1280);
  await page.getByText("Bara en administratör kan ändra.").waitFor();
  await expect(page.getByRole("button", { name: "Spara uppgifterna" }).count()).resolves.toBe(0);
  await look(page, "desktop-officer");
});

test("on a desktop, in English", async () => {
  const page = await signedIn("administrator", 1280);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "Supervisory authority" }).waitFor();
  await look(page, "desktop-en");
});
