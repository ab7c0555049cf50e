/** What somebody of the staff sent and could not be taken comes back to be put right: every field, and files by name. */
import type { Page } from "playwright-core";
import { note } from "@/lib/commands/request/note";
import type { Controller } from "@/lib/db/controller";
import { startApp, type TestApp } from "@/tests/support/app";
import { expectAccessible, launchBrowser, type TestBrowser } from "@/tests/support/browser";
import { useDatabase } from "@/tests/support/database";
import {
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

let app: TestApp;
let browser: TestBrowser;
let controller: Controller;
let colleague: Awaited<ReturnType<typeof staffCtxAt>>;
let page: Page;

beforeAll(async () => {
  controller = await aController();
  const officer = await staffCtxAt(controller, ["officer"]);
  colleague = await staffCtxAt(controller, ["officer"]);
  app = await startApp({ database });
  browser = await launchBrowser();
  await roomInStep(10);
  page = await browser.newPage();
  await page.goto(`${app.url}/staff/sign-in`);
  await page.getByLabel("Email address").fill(officer.email);
  await page.getByLabel("Password").fill(TEST_PASSWORD);
  await page.getByLabel("One-time code").fill(codeOf(TEST_TOTP));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname.endsWith("/queue"));
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const requestUrl = (reference: string) => `${app.url}/staff/${controller.slug}/requests/${reference}`;
const pdf = (name: string) => ({
  name,
  mimeType: "application/pdf",
  buffer: Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"),
});

async function look(name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
  await expectAccessible(page);
}

test("a file that a lost race stopped is asked for again by its name, and is not said to be kept before it is", async () => {
  const right = { right: "marketing_objection", channels: ["email"] } as const;
  const { reference } = await filedAndConfirmed(publicCtxAt(controller), aFiling([right]));
  await page.goto(requestUrl(reference));
  await note(colleague, { reference, version: 1, text: "Ringde om saken." });
  const task = page.locator("form", { has: page.locator('input[name="proof"]') }).first();
  await task.locator('textarea[name="text"]').fill("Avregistrerad\ni utskicket");
  await task.locator('input[name="systems"]').fill("Utskicksverktyget");
  await task.locator('input[name="proof"]').setInputFiles([pdf("bevis.pdf")]);
  await task.getByRole("button", { name: "Spara som gjort" }).click();

  await page.getByText("En kollega skrev en anteckning.").waitFor();
  await page.getByText("bevis.pdf").first().waitFor();
  await expect(page.getByLabel("Vad som gjordes").inputValue()).resolves.toBe("Avregistrerad\ni utskicket");
  await expect(page.getByLabel("I vilka system").inputValue()).resolves.toBe("Utskicksverktyget");
  await look("again-conflict-files");

  await page.getByRole("button", { name: "Spara ändå" }).click();
  await page.getByText("Välj filerna igen").first().waitFor();
  await page.getByText("bevis.pdf").first().waitFor();
  await look("again-files-missing");
  await page.locator('input[type="file"]').setInputFiles([pdf("bevis.pdf")]);
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await page.getByRole("status").waitFor();
  await expect(page.locator("#tasks").getByRole("button", { name: "bevis.pdf" }).count()).resolves.toBe(1);
});

test("a file that is not taken loses nothing of what was typed beside it", async () => {
  const right = { right: "marketing_objection", channels: ["email"] } as const;
  const { reference } = await filedAndConfirmed(publicCtxAt(controller), aFiling([right]));
  await page.goto(requestUrl(reference));
  const task = page.locator("form", { has: page.locator('input[name="proof"]') }).first();
  await task.locator('textarea[name="text"]').fill("Avregistrerad");
  await task
    .locator('input[name="proof"]')
    .setInputFiles([
      { name: "program.exe", mimeType: "application/octet-stream", buffer: Buffer.from("MZ\0") },
    ]);
  await task.getByRole("button", { name: "Spara som gjort" }).click();
  await page.getByText("program.exe").first().waitFor();
  await expect(page.getByLabel("Vad som gjordes").inputValue()).resolves.toBe("Avregistrerad");
  await page.getByLabel("Spara utan filerna").check();
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await page.getByRole("status").waitFor();
});

test("each field of a form can be put right where the page says what is wrong with it", async () => {
  const { reference } = await filedAndConfirmed(publicCtxAt(controller));
  await page.goto(`${requestUrl(reference)}/ask`);
  await page.getByLabel("Frågan, så som personen läser den").fill("Vilket kundnummer?");
  await page.locator("#stops-yes").check();
  await page.getByRole("button", { name: "Läs innan frågan skickas" }).click();
  await page.locator("#error-summary").waitFor();
  expect(await page.title()).toMatch(/^Fel: /);
  await look("again-question");
  await page
    .locator("#error-summary")
    .getByRole("link", { name: /Varför det behövs/ })
    .first()
    .click();
  await page.getByLabel("Varför det behövs").fill("Två kunder heter likadant.");
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  // What the law asks for besides is said then, with its box.
  await page.getByLabel("Vi behandlar en stor mängd uppgifter om personen").check();
  await expect(page.getByLabel("Varför det behövs").inputValue()).resolves.toBe("Två kunder heter likadant.");
  await page.getByRole("button", { name: "Spara", exact: true }).click();
  await page.getByRole("heading", { name: "Frågan, som läses bakom länken" }).waitFor();
});
