/**
 * An officer answers a request for access from the register of processing: what the register does not know keeps the
 * letter back until somebody has said it; the person reads every part on a phone.
 */
import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import { saveActivity } from "@/lib/commands/controller/save-activity";
import type { Controller } from "@/lib/db/controller";
import { anActivity } from "@/tests/support/activity";
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

const EMAIL = "kim.pahittad@person.test";
const SHOTS = process.env.HABEAS_SHOTS;
const database = useDatabase();
let app: TestApp;
let browser: TestBrowser;
let controller: Controller;
let officer: Page;
let dpo: Page;
let reference: string;

beforeAll(async () => {
  controller = await aController();
  const staff = await staffCtxAt(controller, ["dpo"]);
  await saveActivity(staff, { id: randomUUID(), version: 0, active: true, activity: anActivity() });
  const filing = aFiling([ACCESS], { email: EMAIL });
  const who = { ...filing.who, relationship: "customer" };
  ({ reference } = await filedAndConfirmed(publicCtxAt(controller), { ...filing, who }));
  const { email } = await staffCtxAt(controller, ["officer"]);
  app = await startApp({ database, limits: { ANSWER_HOLD_SECONDS: 0 } });
  browser = await launchBrowser();
  await roomInStep(10);
  officer = await signedIn(email);
  dpo = await signedIn(staff.email);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function signedIn(email: string): Promise<Page> {
  const page = await browser.newPage({ language: "sv" });
  await page.goto(`${app.url}/staff/sign-in`);
  await page.getByLabel("E-postadress").fill(email);
  await page.getByLabel("Lösenord").fill(TEST_PASSWORD);
  await page.getByLabel("Engångskod").fill(codeOf(TEST_TOTP));
  await page.getByRole("button", { name: "Logga in" }).click();
  await page.waitForURL((url) => /\/staff\/[^/]+/.test(url.pathname) && !url.pathname.endsWith("sign-in"));
  return page;
}

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  expect({ name, wide }).toEqual({ name, wide: false });
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

test("an answer to a request for access is filled from the register, and waits for what nobody has said", async () => {
  const page = officer;
  await page.goto(`${app.url}/staff/${controller.slug}/requests/${reference}/answer`);
  await page.getByLabel("Ja", { exact: true }).check();
  await expect(page.getByLabel("Kundtjänst", { exact: true }).isChecked()).resolves.toBe(true);
  await expect(page.getByLabel("a) Vad uppgifterna används till").inputValue()).resolves.toContain(
    "Svara på frågor.",
  );
  await expect(page.getByLabel("System", { exact: true }).first().inputValue()).resolves.toBe("Helpdesk");
  await page.getByLabel("Vad svaret omfattar").fill("Allt vi har om dig.");
  for (const at of [0, 1]) {
    await page.getByLabel("Med vilka uppgifter").nth(at).fill("Namn och e-postadress");
    await page
      .getByLabel("Resultat", { exact: true })
      .nth(at)
      .selectOption(at === 0 ? "found" : "nothing");
  }
  await page.getByRole("button", { name: "Lägg till en sak" }).click();
  await page.getByLabel("Namn", { exact: true }).last().fill("Dina frågor till kundtjänst");
  await look(page, "access-answer");
  await page.getByRole("button", { name: "Granska brevet" }).click();
  await page.getByText("g) Skriv varifrån uppgifterna kommer, eller varför det inte gäller").waitFor();
  await expect(page.getByRole("listitem").filter({ hasText: "Skriv" }).count()).resolves.toBe(1);
  await expect(page.getByRole("button", { name: "Skicka svaret" }).count()).resolves.toBe(0);
  await look(page, "access-missing");

  await page.getByRole("link", { name: "Ändra" }).click();
  await page.getByLabel("Kommer något från någon annan än personen?").selectOption("none");
  await page.getByLabel("Eftersom").first().fill("Alla uppgifter kommer från dig.");
  await page.getByRole("button", { name: "Granska brevet" }).click();
  await page.getByRole("article").waitFor();
  await look(page, "access-letter");
  await page.getByRole("button", { name: "Skicka svaret" }).click();
  await page.getByText("Svaret är beslutat.").waitFor();

  const phone = await browser.newPage({ width: 360, height: 740, language: "sv" });
  const mail = await app.smtp.waitForMail(EMAIL, { subject: /svar/i, timeout: 60_000 });
  await phone.goto(mail.links.find((link) => link.includes("/c/")) ?? "");
  await phone.getByRole("button", { name: "Öppna" }).click();
  const letter = phone.getByRole("article");
  await letter.waitFor();
  const read = await letter.innerText();
  for (const part of [
    "Vi bekräftar att vi behandlar personuppgifter om dig",
    "Svara på frågor. Rättslig grund: ett avtal med dig (artikel 6.1 b).",
    "Exempelsupport AB (Sverige)",
    "Fem år efter att frågan avslutades.",
    "Gäller inte. Alla uppgifter kommer från dig.",
    "Vi fattar inga beslut om dig helt automatiserat.",
    "Uppgifterna behandlas bara inom EU och EES.",
    "Dina frågor till kundtjänst",
    "Integritetsskyddsmyndigheten",
  ]) {
    expect(read).toContain(part);
  }
  await look(phone, "access-phone");
});

test("the data protection officer corrects the register; what is missing is said at its field", async () => {
  const page = dpo;
  await page.goto(`${app.url}/staff/${controller.slug}/settings/processing`);
  await look(page, "register");
  await page.getByRole("link", { name: "Kundtjänst" }).click();
  await look(page, "register-form");
  await page.getByLabel("Ändamål, på engelska").fill("");
  await page.getByRole("button", { name: "Spara" }).click();
  await page.locator("#error-summary").waitFor();
  await look(page, "register-error");
  await page.getByLabel("Ändamål, på engelska").fill("To answer every question.");
  await page.getByLabel("Varifrån uppgifterna kommer, på svenska").fill("Från dig.");
  await page.getByRole("button", { name: "Spara" }).click();
  await page.getByText("Registret är sparat.").waitFor();
  await page.getByText("Kundtjänst: Från dig.").waitFor();
});
