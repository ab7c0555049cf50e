/** The clock at the desk: a question stops it, the reply lets it go on, it is extended once, and both sides see why. */
import type { Page } from "playwright-core";
import type { Controller } from "@/lib/db/controller";
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
import { codeOf, roomInStep } from "@/tests/support/staff";

const database = useDatabase();
const SHOTS = process.env.HABEAS_SHOTS;
const EMAIL = "anna.oberg@person.test";
let app: TestApp;
let browser: TestBrowser;
let controller: Controller;
let desk: Page;
let admin: Page;
let reference: string;

beforeAll(async () => {
  controller = await aController();
  const officer = await staffCtxAt(controller, ["officer"]);
  app = await startApp({ database, limits: { ANSWER_HOLD_SECONDS: 1 } });
  const fiveDaysAgo = () => new Date(Date.now() - 5 * 86_400_000);
  const ctx = { ...publicCtxAt(controller, fiveDaysAgo), baseUrl: app.url };
  ({ reference } = await filedAndConfirmed(ctx, aFiling([ACCESS], { email: EMAIL })));
  browser = await launchBrowser();
  await roomInStep(10);
  desk = await signedIn(officer.email);
  admin = await signedIn((await staffCtxAt(controller, ["administrator"])).email);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

/** A page of somebody of the staff; from sign-in on it speaks their language, Swedish. */
async function signedIn(email: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${app.url}/staff/sign-in`);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(TEST_PASSWORD);
  await page.getByLabel("One-time code").fill(codeOf(TEST_TOTP));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname.startsWith(`/staff/${controller.slug}`));
  return page;
}

const requestUrl = () => `${app.url}/staff/${controller.slug}/requests/${reference}`;

async function look(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 360, height: 740 });
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-360.png`, fullPage: true });
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect({ name, overflow: Math.max(0, overflow) }).toEqual({ name, overflow: 0 });
  await page.setViewportSize({ width: 1280, height: 900 });
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-1280.png`, fullPage: true });
}

/** Loads the request until its notice was accepted and the page says so. */
async function until(page: Page, text: string): Promise<void> {
  for (let tries = 0; tries < 30; tries++) {
    await page.goto(requestUrl());
    if ((await page.locator("#clock").getByText(text).count()) > 0) return;
    await page.waitForTimeout(500);
  }
  throw new Error(`The clock never said: ${text}`);
}

async function openedByMail(subject: RegExp): Promise<Page> {
  const mail = await app.smtp.waitForMail(EMAIL, { subject });
  const page = await browser.newPage({ width: 360, height: 640, language: "sv", javaScript: false });
  await page.goto(/https?:\/\/\S+\/c\/\S+/.exec(mail.text)?.[0] ?? "");
  await page.getByRole("button", { name: "Öppna" }).click();
  return page;
}

test("pause, reply, extend, and why, for staff and requester", async () => {
  await desk.goto(requestUrl());
  await desk.getByRole("link", { name: "Fråga personen något" }).click();
  await desk.getByLabel("Frågan, så som personen läser den").fill("Vilka år menar du?");
  await desk.getByLabel("Tiden står stilla till svaret").check();
  await desk.getByLabel("Vi behandlar en stor mängd uppgifter om personen").check();
  await desk.getByLabel("Varför det behövs").fill("Fyra register med 20 000 poster.");
  await desk.getByLabel("Alternativ att erbjuda").fill("2024\n2025");
  await look(desk, "clock-ask");
  await desk.getByRole("button", { name: "Läs innan frågan skickas" }).click();
  await desk.getByText("räcker det att svara att du vill ha allt").waitFor();
  await desk.getByRole("button", { name: "Skicka frågan" }).click();
  await desk.getByRole("status").getByText("Frågan är ställd.").waitFor();
  await until(desk, "Tiden står stilla. Om svaret kom i dag");
  await look(desk, "clock-paused");

  const person = await openedByMail(/behöver fråga dig/);
  await expect(person.getByText("räcker det att svara att du vill ha allt").count()).resolves.toBe(1);
  await person.getByText("Varför just det datumet?").click();
  await look(person, "my-paused");
  await person.getByLabel("Svara på frågan").fill("Jag vill ha allt.");
  await person.getByRole("button", { name: "Skicka svaret" }).click();
  await person.getByText("Ditt svar är sparat").waitFor();
  await person.close();

  await until(desk, "Svar på frågan");
  await desk.getByRole("link", { name: "Förläng tiden" }).click();
  await desk.getByLabel(/många olika system/).check();
  await desk.getByLabel("Det som gör att just den här begäran").fill("Sju arkiv i tre länder.");
  await look(desk, "clock-extend");
  await desk.getByRole("button", { name: "Gå vidare till brevet" }).click();
  await desk.getByText("Ange vad som redan är gjort").waitFor();
  await desk.getByRole("link", { name: "Ändra texten" }).click();
  await expect(desk.getByLabel("Det som gör att just den här begäran").inputValue()).resolves.toContain(
    "Sju",
  );
  await desk.getByLabel("Det som redan är gjort").fill("Två arkiv är genomsökta.");
  await desk.getByRole("button", { name: "Gå vidare till brevet" }).click();
  await look(desk, "clock-extension-letter");
  await desk.getByRole("button", { name: "Skicka beskedet" }).click();
  await until(desk, "En förlängning flyttar inte sista dagen för ett avslag");
  await desk.locator("#clock").getByText("Varför just det datumet?").click();
  await look(desk, "clock-extended");
  await expect(desk.getByRole("link", { name: "Förläng tiden" }).count()).resolves.toBe(0);

  const again = await openedByMail(/mer tid/);
  await expect(again.getByText("Sista dagen har ändrats").count()).resolves.toBe(1);
  await expect(again.getByText("Det blir ingen andra förlängning").count()).resolves.toBe(1);
  await again.getByText("Varför just det datumet?").click();
  await look(again, "my-extended");
  await again.close();
});

test("the calendar: a day of one's own, told first what it moves, then listed", async () => {
  const url = `${app.url}/staff/${controller.slug}/settings/calendar`;
  await admin.goto(url);
  await admin.getByLabel("Vad som ska göras").selectOption("added");
  await admin.getByLabel("Dag", { exact: true }).fill("2027-02-22");
  await admin.getByLabel("Varför (lag, förordning eller beslut)").fill("Särskild lag om en helgdag");
  await admin.getByRole("button", { name: "Spara dagen" }).click();
  await admin.getByText("1 av 1 öppen begäran skulle få andra datum").waitFor();
  await look(admin, "calendar-before");
  await admin.getByRole("button", { name: "Spara och räkna om" }).click();
  await admin.getByText("Dagen är sparad.").waitFor();
  // The page loads itself anew until the worker is done.
  await admin.getByText("1 begäran omräknad").waitFor();
  await admin.getByText("Alla öppna begäranden räknas enligt").waitFor();
  await admin.getByLabel("Dagar efter mottagandet").fill("3, 10");
  await admin.getByRole("button", { name: "Spara påminnelserna" }).click();
  await admin.getByText("Påminnelserna är sparade.").waitFor();
  await look(admin, "calendar-done");
});
