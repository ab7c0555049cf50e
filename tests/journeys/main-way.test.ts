/**
 * The main job from end to end, by the people who do it: somebody files in Swedish and confirms; an officer finds
 * the request, refuses part of it and sends; the person reads; the officer tells who had received the data; an auditor
 * downloads the history and checks it.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import type { Controller } from "@/lib/db/controller";
import { startApp, type TestApp } from "@/tests/support/app";
import {
  expectAccessible,
  launchBrowser,
  noThirdPartyRequests,
  type TestBrowser,
  type Watch,
} from "@/tests/support/browser";
import { useDatabase } from "@/tests/support/database";
import { aController, staffCtxAt, TEST_PASSWORD, TEST_TOTP } from "@/tests/support/desk";
import { codeOf, roomInStep } from "@/tests/support/staff";

const EMAIL = "asa.pahittad@person.test";
const database = useDatabase();
let app: TestApp;
let browser: TestBrowser;
let controller: Controller;
let person: Page;
let watch: Watch;
let reference: string;

beforeAll(async () => {
  controller = await aController();
  app = await startApp({ database, limits: { ANSWER_HOLD_SECONDS: 0, DRAFT_SECONDS: 0 } });
  browser = await launchBrowser();
  person = await browser.newPage({ width: 360, height: 640, language: "sv" });
  watch = noThirdPartyRequests(person, app.url);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const arrives = (page: Page, heading: RegExp) =>
  page.getByRole("heading", { level: 1, name: heading }).waitFor();

async function openMailedLink(subject: RegExp): Promise<void> {
  const mail = await app.smtp.waitForMail(EMAIL, { subject, timeout: 60_000 });
  expect(mail.text).not.toContain("Åsa");
  await person.goto(mail.links.find((link) => link.includes("/c/")) ?? "");
  expect(person.url()).toBe(`${app.url}/confirm`);
}

async function signedIn(role: "officer" | "auditor"): Promise<Page> {
  const { email } = await staffCtxAt(controller, [role]);
  const page = await browser.newPage({ language: "sv" });
  await roomInStep(8);
  await page.goto(`${app.url}/staff/sign-in`);
  await page.getByLabel("E-postadress").fill(email);
  await page.getByLabel("Lösenord").fill(TEST_PASSWORD);
  await page.getByLabel("Engångskod").fill(codeOf(TEST_TOTP));
  await press(page, "Logga in");
  await page.waitForURL((url) => url.pathname.endsWith("/queue"));
  return page;
}

test("the main job, from the first page to the checked log", async () => {
  await personFiles();
  const officer = await officerAnswers();
  await officerTellsRecipient(officer);
  await auditorChecks();
}, 120_000);

/** A person files in Swedish, sees reference, last day and why, and confirms the address. */
async function personFiles(): Promise<void> {
  await person.goto(`${app.url}/${controller.slug}`);
  await press(person, "Börja");
  await person.getByLabel("Få uppgifter om dig raderade").check();
  await press(person, "Fortsätt");
  await person.waitForURL(/erasure/);
  await press(person, "Fortsätt");
  await person.getByLabel("Mig själv").check();
  await press(person, "Fortsätt");
  await person.getByLabel("Namn").fill("Åsa Påhittad");
  await person.getByLabel("E-postadress").fill(EMAIL);
  await press(person, "Fortsätt");
  await arrives(person, /Kontrollera/);
  await press(person, "Skicka begäran");
  await person.waitForURL(/done/);
  reference = /[0-9A-Z]{5}-[0-9A-Z]{5}-[0-9A-Z]/.exec(await person.locator("main").innerText())?.[0] ?? "";
  expect(reference).not.toBe("");
  await person.getByText("Varför just det datumet?").first().click();
  await person.getByText("artikel 12.3").first().waitFor();

  await openMailedLink(/./);
  await press(person, "Bekräfta och öppna");
  await person.waitForURL(`${app.url}/my`);
  await person.getByText(reference).waitFor();
}

/** An officer finds it in the queue, refuses part with ground and reasons, and sends; the person reads it. */
async function officerAnswers(): Promise<Page> {
  const officer = await signedIn("officer");
  await officer.getByRole("link", { name: reference }).click();
  await officer.getByRole("link", { name: "Skriv svaret" }).click();
  await officer.getByRole("radio", { name: /^Delvis/ }).check();
  await officer.getByLabel("Något mer att säga", { exact: false }).fill("Vi har raderat kundkontot.");
  await erasedAccount(officer);
  await officer.getByLabel("De som har fått uppgifterna", { exact: true }).selectOption("recipients");
  await press(officer, "Lägg till en mottagare");
  await officer.getByLabel("Namn", { exact: true }).fill("Kreditupplysningen AB");
  await officer.getByLabel("Rättslig grund", { exact: true }).selectOption("legal_obligation");
  await officer.getByLabel("Vad som avslås", { exact: true }).fill("Fakturor");
  await officer.getByLabel("Skäl", { exact: true }).fill("Bokföringen måste sparas i sju år.");
  await officer.getByLabel("Bestämmelse", { exact: true }).fill("7 kap. 2 § bokföringslagen (1999:1078)");
  await officer.getByLabel("Tiden räknas från det att").fill("räkenskapsåret tog slut");
  await officer.getByLabel("Det var den").fill("2025-12-31");
  await officer.getByLabel("År", { exact: true }).fill("7");
  await press(officer, "Granska brevet");
  await press(officer, "Skicka svaret");
  await officer.getByText("Svaret är beslutat.").waitFor();

  await openMailedLink(/svar/i);
  await press(person, "Öppna");
  const letter = person.getByRole("article");
  await letter.waitFor();
  const text = await letter.innerText();
  for (const part of [
    "Vi har raderat kundkontot.",
    "behövs inte längre för det som de samlades in för",
    "Kundregistret",
    "3 mars 2026",
    "31 december 2032",
    "bokföringslagen",
    "Integritetsskyddsmyndigheten",
    "domstol",
  ]) {
    expect(text).toContain(part);
  }
  const downloading = person.waitForEvent("download");
  await person.getByRole("link", { name: "Spara svaret (pdf)" }).click();
  const pdf = readFileSync(await (await downloading).path(), "latin1");
  expect(pdf).toMatch(/^%PDF-1\.7[\s\S]*\/S \/H1/);
  watch.expectQuiet();
  return officer;
}

const RECIPIENT = "dataskydd@kreditupplysningen.test";

/** What GDPR Art. 19 wants: the recipient is told, by a letter that was read before, and the task ends with it. */
async function officerTellsRecipient(officer: Page): Promise<void> {
  await officer.reload();
  // Sent before its script runs it is a plain form, whose answer to what is missing is another page.
  await officer.waitForFunction(() => {
    const form = document.querySelector('form[action$="/letters/others/keep"]');
    return form !== null && Object.keys(form).some((key) => key.startsWith("__reactProps"));
  });
  const task = officer.getByRole("listitem").filter({ hasText: "Underrätta mottagaren" });
  await task.getByText("Skriv brevet").click();
  await expect(task.getByLabel("Till vem").inputValue()).resolves.toBe("Kreditupplysningen AB");
  await press(officer, "Läs brevet innan det skickas");
  await officer.getByRole("link", { name: /som brevet ska gå till/ }).waitFor();
  await task.getByLabel(/^Deras e-postadress/).fill(RECIPIENT);
  await task.getByLabel(/^Vad de hittar personen med/).fill("Kundnummer 4711");
  await expectAccessible(officer);
  await press(officer, "Läs brevet innan det skickas");
  await officer.getByRole("heading", { name: "Mejlet till mottagaren" }).waitFor();
  await officer.getByText(RECIPIENT).waitFor();
  await expectAccessible(officer);
  await press(officer, "Skicka brevet");
  await officer.waitForURL(/done=others/);

  const mail = await app.smtp.waitForMail(RECIPIENT, { timeout: 60_000 });
  expect(mail.subject).toContain(reference);
  expect(mail.subject).not.toContain("Åsa");
  for (const part of ["Åsa Påhittad", "Kundnummer 4711", "Raderat", "artikel 19"]) {
    expect(mail.text).toContain(part);
  }
  expect(mail.text).not.toContain(EMAIL);
  const proof = task.getByText("Med brevet härifrån, skickat med e-post.");
  const until = Date.now() + 20_000;
  while ((await proof.count()) === 0 && Date.now() < until) await officer.reload();
  await proof.waitFor();
  await task.getByText(/Brev till Kreditupplysningen AB/).click();
  await task.getByRole("article").getByText("Kundnummer 4711").waitFor();
  await expectAccessible(officer);
  await task.getByText("Lägg till filer som bevis").click();
  const file = {
    name: "bekraftelse.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\n% yes\n"),
  };
  await task.getByLabel("Filer som visar det").setInputFiles(file);
  await press(officer, "Spara filerna");
  await officer.getByText("Filerna sparas med uppgiften.").waitFor();
  await task.getByRole("button", { name: "bekraftelse.pdf" }).waitFor();
  await officer.close();
}

/** What GDPR Art. 17 wants said: the ground, what was erased, where and when, backups, and whether it was public. */
async function erasedAccount(officer: Page): Promise<void> {
  await officer.getByLabel("a) Behövs inte längre").check();
  await press(officer, "Lägg till vad som raderats");
  await officer.getByLabel("Vad", { exact: true }).fill("Kundkontot");
  await officer.getByLabel("Var", { exact: true }).fill("Kundregistret");
  await officer.getByLabel("Raderat den", { exact: true }).fill("2026-03-03");
  await officer.getByLabel("Säkerhetskopior").fill("Skrivs över efter 30 dagar.");
  await officer.getByLabel("Har uppgifterna offentliggjorts?").selectOption("no");
}

/** An auditor downloads the history, checks it offline, and finds the whole way in it and no name. */
async function auditorChecks(): Promise<void> {
  const auditor = await signedIn("auditor");
  await expect(auditor.getByText("Åsa Påhittad").count()).resolves.toBe(0);
  await auditor.goto(`${app.url}/staff/${controller.slug}/audit`);
  const downloading = auditor.waitForEvent("download");
  await auditor.getByText("Hela loggen (JSON Lines)").click();
  const download = await downloading;
  const lines = readFileSync((await download.path()) ?? "", "utf8");
  const types = lines
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { type: string }).type);
  for (const type of [
    "filing.received",
    "request.received",
    "filing.confirmed",
    "request.opened",
    "decision.made",
    "decision.effective",
    "answer.read",
    "export.events",
  ]) {
    expect(types).toContain(type);
  }
  expect(lines).not.toMatch(/Påhittad|person\.test/);
  const verify = ["--import", "tsx", "lib/cli/audit-verify.ts"];
  const env = { ...process.env, NODE_OPTIONS: "" };
  expect(execFileSync(process.execPath, verify, { input: lines, env, encoding: "utf8" })).toMatch(/OK/i);
  const forged = lines.replace("filing.confirmed", "filing.reminded");
  expect(() =>
    execFileSync(process.execPath, verify, { input: forged, env, encoding: "utf8", stdio: "pipe" }),
  ).toThrow();
  await auditor.close();
}
