/**
 * An officer asks who somebody is and offers two ways; the person picks one on a phone without JavaScript and uploads;
 * the officer passes it, the answer leaves, and the evidence is gone.
 */
import type { Page } from "playwright-core";
import { answerFor } from "@/lib/cli/demo-seed/answers";
import type { Ctx } from "@/lib/commands/context";
import { decide } from "@/lib/commands/decision/decide";
import { assign } from "@/lib/commands/request/assign";
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
import { versionOf } from "@/tests/support/identity";
import { codeOf, roomInStep } from "@/tests/support/staff";
import { filesBelow, PDF_BYTES } from "@/tests/support/upload";
import { expectNoSidewaysScroll, press, shot } from "../public/page-checks";

const EMAIL = "asa.pahittad@person.test";
const database = useDatabase();
let app: TestApp;
let browser: TestBrowser;
let controller: Controller;
let desk: Ctx & { readonly email: string; readonly staffId: string };
let reference: string;

beforeAll(async () => {
  controller = await aController();
  app = await startApp({ database, limits: { ANSWER_HOLD_SECONDS: 0 } });
  browser = await launchBrowser();
  const ctx = { ...publicCtxAt(controller), baseUrl: app.url };
  const filing = aFiling([ACCESS], { email: EMAIL });
  const who = { ...filing.who, onBehalf: "child", subjectName: "Bo Påhittad", authority: "Vårdnadshavare" };
  ({ reference } = await filedAndConfirmed(ctx, { ...filing, who }));
  desk = { ...(await staffCtxAt(controller, ["officer"])), baseUrl: app.url };
  await assign(desk, { reference, version: 1, assigneeId: desk.staffId });
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function signedIn(): Promise<Page> {
  const page = await browser.newPage({ language: "sv" });
  await roomInStep(8);
  await page.goto(`${app.url}/staff/sign-in`);
  await page.getByLabel("E-postadress").fill(desk.email);
  await page.getByLabel("Lösenord").fill(TEST_PASSWORD);
  await page.getByLabel("Engångskod").fill(codeOf(TEST_TOTP));
  await page.getByRole("button", { name: "Logga in", exact: true }).click();
  await page.waitForURL((url) => url.pathname.endsWith("/queue"));
  return page;
}

async function openMailed(person: Page, subject: RegExp): Promise<void> {
  const mail = await app.smtp.waitForMail(EMAIL, { subject, timeout: 60_000 });
  expect(mail.text).not.toContain("registren");
  await person.goto(mail.links.find((link) => link.includes("/c/")) ?? "");
  await press(person, "Öppna");
}

test("identity asked in two ways, shown on a phone without JavaScript, passed, answered, forgotten", async () => {
  const officer = await signedIn();
  const own = `${app.url}/staff/${controller.slug}/requests/${reference}`;
  await officer.goto(own);
  await officer.getByText("Företräder", { exact: false }).first().waitFor();
  await officer.getByRole("link", { name: "Be personen visa vem den är" }).click();
  await officer.getByLabel("Det konkreta tvivlet").fill("Adressen finns inte i något av registren.");
  await press(officer, "Granska brevet");
  await officer.getByText("Skriv i minst en mening exakt vad som behövs").waitFor();
  await officer.getByRole("link", { name: "Ändra" }).click();
  await officer.getByLabel("Exakt vad som behövs").fill("Kundnumret och månaden för senaste beställningen.");
  await officer.getByLabel("Uppgifter som vi har").uncheck();
  await officer.getByLabel("En kopia av en id-handling").check();
  await expectAccessible(officer);
  await shot(officer, "identity-form");
  await press(officer, "Granska brevet");
  await expectAccessible(officer);
  await shot(officer, "identity-preview");
  await press(officer, "Skicka brevet");
  await officer.getByText("Frågan om identitet är på väg.").waitFor();
  await expectAccessible(officer);
  await shot(officer, "identity-asked");

  const person = await browser.newPage({ width: 360, height: 740, language: "sv", javaScript: false });
  await openMailed(person, /säker på vem du är/);
  await person.getByText("Du företräder Bo Påhittad").waitFor();
  await shot(person, "identity-my");
  await expectAccessible(person);
  await person.getByRole("link", { name: "Se varför, och välj ett sätt" }).click();
  await person.getByText("Adressen finns inte i något av registren.").waitFor();
  await expectAccessible(person);
  await expectNoSidewaysScroll(person);
  await person.getByLabel("Skicka en kopia av en id-handling", { exact: false }).check();
  await shot(person, "identity-choose");
  await person
    .getByLabel("Kopian")
    .setInputFiles({ name: "page.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html>") });
  await press(person, "Skicka");
  await person.getByText("page.pdf är inte det som namnet säger", { exact: false }).waitFor();
  await shot(person, "identity-wrong-file");
  await person.getByRole("link", { name: "Försök igen" }).click();
  await person.getByLabel("Skicka en kopia av en id-handling", { exact: false }).check();
  await person
    .getByLabel("Kopian")
    .setInputFiles({ name: "id.pdf", mimeType: "application/pdf", buffer: PDF_BYTES });
  await press(person, "Skicka");
  await person.getByText("Det du skickade har kommit fram.").first().waitFor();
  expect(filesBelow(app.folder)).toHaveLength(1);

  await officer.goto(own);
  await shot(officer, "identity-answered");
  const [download] = await Promise.all([
    officer.waitForEvent("download"),
    officer.getByRole("button", { name: "Öppna id.pdf" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("id.pdf");
  await officer.getByLabel("Vad som visades").fill("Utdrag ur folkbokföringen.");
  await press(officer, "Godta behörigheten");
  await shot(officer, "identity-accepted");
  await officer.getByRole("radio", { name: "Godkänd", exact: true }).check();
  await officer.getByLabel("På vilket sätt").selectOption("id_copy");
  await officer.getByLabel("Hur det kontrollerades").fill("Jämfört namn och födelsedatum.");
  await press(officer, "Anteckna resultatet");
  await officer.getByText("Resultatet är antecknat och underlaget raderat.").waitFor();
  await shot(officer, "identity-passed");
  const until = Date.now() + 70_000;
  await decide(desk, {
    reference,
    version: await versionOf(desk, reference),
    answer: answerFor("access", "granted", "sv"),
  });
  await openMailed(person, /svar/i);
  await person.getByRole("article").first().waitFor();
  expect(await person.locator("main").innerText()).toContain("Bo Påhittad");
  await shot(person, "identity-answer");
  while (filesBelow(app.folder).length > 0 && Date.now() < until)
    await new Promise((done) => setTimeout(done, 500));
  expect(filesBelow(app.folder)).toEqual([]);
}, 150_000);
