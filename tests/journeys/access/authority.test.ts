/**
 * The administrator corrects the supervisory authority and sees it say so, and puts words of the house around a mail; a
 * colleague reads it.
 */
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
import {
  aController,
  aFiling,
  filed,
  publicCtxAt,
  staffCtxAt,
  TEST_PASSWORD,
  TEST_TOTP,
} from "@/tests/support/desk";
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

test("words of one's own: what cannot be filled in, the whole mail, the mail that arrives, and back", async () => {
  const page = await signedIn("administrator", 360);
  await page.goto(`${app.url}/staff/${controller.slug}/settings`);
  await page.getByRole("link", { name: "Anpassa brev och mejl" }).click();
  await page.getByRole("heading", { level: 1, name: "Egna ord i brev och mejl" }).waitFor();
  await look(page, "wording-list");
  await page.getByRole("link", { name: "Bekräftelse på en begäran, svenska: Standard" }).click();
  await page.getByRole("heading", { level: 1, name: "Bekräftelse på en begäran" }).waitFor();
  const preview = page.getByRole("article");
  await preview.getByText("kom fram till Exempelbolaget AB").waitFor();

  await page.getByLabel("Före").fill("Hej från {kontroller}!");
  await page.getByRole("button", { name: "Spara som nästa version" }).click();
  await page.locator("#error-summary").getByText("{kontroller} kan inte fyllas i här").waitFor();
  await expect(page.getByLabel("Före").inputValue()).resolves.toBe("Hej från {kontroller}!");
  await look(page, "wording-error");

  await page.getByLabel("Före").fill("Hej från {controller}!");
  await page.getByLabel("Efter").fill("Din referens är {reference}.");
  await preview.getByText("Hej från Exempelbolaget AB!").waitFor();
  await look(page, "wording-preview");
  await page.getByRole("button", { name: "Spara som nästa version" }).click();
  await page.getByText("Sparat. Nästa meddelande").waitFor();
  await look(page, "wording-saved");

  const email = "orden@person.test";
  const { requests } = await filed(publicCtxAt(controller), aFiling(undefined, { email }));
  const { text } = await app.smtp.waitForMail(email, { timeout: 60_000 });
  expect(text).toMatch(/^Hej från Exempelbolaget AB!\n/);
  expect(text).toContain(`Din referens är ${requests[0]?.reference.slice(0, 5)}`);
  expect(text).toContain("tillsynsmyndigheten");

  const plain = await browser.newPage({ width: 360, height: 740, javaScript: false });
  await plain.context().addCookies(await page.context().cookies());
  await plain.goto(page.url());
  await plain.getByLabel("Efter").fill("Skriv till {adress}");
  await plain.getByRole("button", { name: "Spara som nästa version" }).click();
  await plain.getByRole("link", { name: "{adress} kan inte fyllas i här" }).waitFor();
  await plain.getByLabel("Efter").fill("Hälsningar");
  await plain.getByRole("button", { name: "Spara", exact: true }).click();
  await plain.getByText("Version 2 används.").waitFor();
  await plain.getByRole("link", { name: "Använd version 1 igen" }).click();
  await plain.getByText("Du ser orden i version 1").waitFor();
  await expect(plain.getByLabel("Efter").inputValue()).resolves.toBe("Din referens är {reference}.");
  await plain.getByRole("button", { name: "Använd standardtexten igen" }).click();
  await plain.getByText("Standardtexten används.").waitFor();
});

test("on a desktop an officer reads it and has nothing to save", async () => {
  const page = await signedIn("officer", 1280);
  await page.getByText("Bara en administratör kan ändra.").waitFor();
  await expect(page.getByRole("button", { name: "Spara uppgifterna" }).count()).resolves.toBe(0);
  await look(page, "desktop-officer");
  const edit = `${app.url}/staff/${controller.slug}/settings/wording/edit`;
  await page.goto(`${edit}?kind=answer_refused&language=sv`);
  await page.getByText("Bara en administratör kan ändra texterna.").waitFor();
  await expect(page.getByRole("textbox").count()).resolves.toBe(0);
  await look(page, "desktop-wording");
});

test("on a desktop, in English", async () => {
  const page = await signedIn("administrator", 1280);
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "Supervisory authority" }).waitFor();
  await look(page, "desktop-en");
});
