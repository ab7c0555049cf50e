/** From a flag to a fee that is narrowed on a phone without JavaScript, through two people. */
import type { Page } from "playwright-core";
import { saveRateCard } from "@/lib/commands/fee/save-rate-card";
import { assign } from "@/lib/commands/request/assign";
import { flag } from "@/lib/commands/request/flag";
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
import { WRITTEN } from "@/tests/support/fee";
import { codeOf, roomInStep } from "@/tests/support/staff";

const database = useDatabase();
const SHOTS = process.env.HABEAS_SHOTS;
const EMAIL = "envis@person.test";

let app: TestApp;
let browser: TestBrowser;
let controller: Controller;
let officer: Page;
let dpo: Page;
let reference: string;
let refused: string;

const daysAgo = (days: number) => () => new Date(Date.now() - days * 86_400_000);

beforeAll(async () => {
  controller = await aController();
  const [one, two, administrator] = await Promise.all([
    staffCtxAt(controller, ["officer"]),
    staffCtxAt(controller, ["dpo"]),
    staffCtxAt(controller, ["administrator"]),
  ]);
  await saveRateCard(administrator, {
    version: 0,
    currency: "SEK",
    lines: [{ kind: "handling", label: { sv: "Handläggning" }, minor: "400" }],
  });
  for (const days of [9, 6]) await filedAndConfirmed(publicCtxAt(controller, daysAgo(days)), filing());
  refused = (await filedAndConfirmed(publicCtxAt(controller, daysAgo(4)), filing())).reference;
  reference = (await filedAndConfirmed(publicCtxAt(controller, daysAgo(2)), filing())).reference;
  await assign(one, { reference, version: 1, assigneeId: one.staffId });
  await flag(one, { reference, version: 2, ground: "excessive", reason: "Tredje begäran på en vecka." });
  app = await startApp({ database, limits: { ANSWER_HOLD_SECONDS: 0 } });
  browser = await launchBrowser();
  await roomInStep(10);
  [officer, dpo] = [await signedIn(one.email), await signedIn(two.email)];
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const filing = () => aFiling([ACCESS], { email: EMAIL });
const dossierUrl = (of = reference) => `${app.url}/staff/${controller.slug}/requests/${of}/assessment`;

async function signedIn(email: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`${app.url}/staff/sign-in`);
  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password").fill(TEST_PASSWORD);
  await page.getByLabel("One-time code").fill(codeOf(TEST_TOTP));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname.endsWith("/queue"));
  return page;
}

async function look(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  await expectAccessible(page);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect({ name, overflow: Math.max(0, overflow) }).toEqual({ name, overflow: 0 });
}

const sees = (page: Page, text: string | RegExp) => page.getByText(text).first().waitFor();

/** Fills the form of the assessment and sends it to a second person. */
async function write(page: Page, proposal: string): Promise<void> {
  await page.getByLabel(proposal, { exact: true }).check();
  await page.getByLabel("Fakta").fill(WRITTEN.facts);
  await page.getByLabel("Bevis").fill(WRITTEN.evidence);
  await page.getByLabel("Filer som styrker det").setInputFiles({
    name: "logg.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\n% an invented log\n"),
  });
  await page.getByLabel("Den som begär har sagt att syftet är att belasta eller skada oss").check();
  await page.getByLabel("Hur visar det sig?").fill(WRITTEN.shown);
  await page.getByLabel("Vad talar emot").fill(WRITTEN.against);
  await page.getByLabel("Varför räcker det inte").fill(WRITTEN.narrow);
  await page.getByLabel("Varför nej och inte en avgift?").fill(WRITTEN.noFee);
  await page.getByRole("button", { name: "Spara och skicka till en andra person" }).click();
}

test("flag, assessment, second person, fee notice; read on a phone without JavaScript and narrowed", async () => {
  await officer.goto(`${app.url}/staff/${controller.slug}/requests/${reference}`);
  await officer.getByRole("link", { name: "Öppna bedömningen" }).click();
  await sees(officer, "Hur många begäranden det är räcker inte.");
  await sees(officer, "Den tidigare begäran är inte besvarad.");
  // Number alone gets nowhere: what is missing is said, and what was written is kept.
  await officer.getByLabel("Ta ut en avgift", { exact: true }).check();
  await officer.getByLabel("Fakta").fill("Tre begäranden på en vecka.");
  await officer.getByRole("button", { name: "Spara och skicka till en andra person" }).click();
  await sees(officer, "antal ensamt gör det aldrig");
  await expect(officer.getByLabel("Fakta").inputValue()).resolves.toBe("Tre begäranden på en vecka.");
  await look(officer, "assessment");
  await write(officer, "Ta ut en avgift");
  await officer.getByRole("button", { name: "Öppna logg.pdf" }).waitFor();
  await sees(officer, "Du har skrivit i den här bedömningen.");

  await dpo.goto(dossierUrl());
  await look(dpo, "approval");
  await dpo.getByRole("button", { name: "Godkänn bedömningen" }).click();
  await sees(dpo, "Du har godkänt bedömningen.");

  await officer.goto(dossierUrl());
  await officer.getByRole("link", { name: "Räkna ut avgiften" }).click();
  await officer.getByLabel("Handläggning").fill("1,5");
  await officer.getByRole("button", { name: "Visa beskedet" }).click();
  await sees(officer, "600,00");
  await look(officer, "fee-preview");
  await officer.getByRole("button", { name: "Skicka avgiftsbeskedet" }).click();
  await sees(officer, "Avgiftsbeskedet väntar på att skickas.");

  const mail = await app.smtp.waitForMail(EMAIL, { subject: /avgift/ });
  expect(mail.text).not.toMatch(/600,00|belasta/);
  const phone = await browser.newPage({ width: 360, height: 740, javaScript: false, language: "sv" });
  await phone.goto(/https?:\/\/\S+\/c\/\S+/.exec(mail.text)?.[0] ?? "");
  await phone.getByRole("button", { name: "Öppna" }).click();
  await look(phone, "my-fee");
  await phone.getByRole("link", { name: "Läs varför och välj" }).click();
  await sees(phone, "Du ska inte betala något nu.");
  await sees(phone, /Integritetsskyddsmyndigheten/);
  await look(phone, "fee-notice-phone");
  // An empty answer is said so, and can be written on the spot.
  await phone.getByRole("button", { name: "Gör begäran snävare" }).click();
  await phone.locator("textarea").fill("Bara köpen under 2026.");
  await phone.getByRole("button", { name: "Gör begäran snävare" }).click();
  await sees(phone, "Du har gjort begäran snävare.");
  await phone.close();

  await officer.goto(dossierUrl());
  await sees(officer, "Bara köpen under 2026.");
  await look(officer, "dossier");
  const [pdf] = await Promise.all([
    officer.waitForEvent("download"),
    officer.getByRole("button", { name: "Spara som PDF" }).click(),
  ]);
  expect(pdf.suggestedFilename()).toBe(`dossier-${reference}.pdf`);
  if (SHOTS) await pdf.saveAs(`${SHOTS}/dossier.pdf`);
}, 60_000);

test("refused as excessive: the letter says what two people found, and whom to turn to", async () => {
  await officer.goto(dossierUrl(refused));
  await write(officer, "Säg nej till begäran");
  await dpo.goto(dossierUrl(refused));
  await dpo.getByRole("button", { name: "Godkänn bedömningen" }).click();
  await officer.goto(dossierUrl(refused));
  await officer.getByRole("link", { name: "Skriv avslaget" }).click();
  await officer.locator('input[name="outcome"][value="refused"]').check();
  await officer.locator('select[name="refusals.0.ground"]').selectOption("manifestly_excessive");
  await officer.getByRole("button", { name: /brevet/i }).click();
  await officer.waitForURL(/preview/);
  await sees(officer, "Två personer hos oss har tittat på det här oberoende av varandra.");
  await sees(officer, WRITTEN.facts);
  await look(officer, "refusal-letter");
}, 30_000);
