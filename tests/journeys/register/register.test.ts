/** An officer enters a Swedish letter, sees when it is due, prints and posts the letters, and sends another on. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { forwardRequest } from "@/lib/commands/request/forward";
import { db } from "@/lib/db/client";
import type { Controller } from "@/lib/db/controller";
import { formatReference } from "@/lib/domain/intake/reference";
import { startApp, type TestApp } from "@/tests/support/app";
import { expectAccessible, launchBrowser, type TestBrowser } from "@/tests/support/browser";
import { useDatabase } from "@/tests/support/database";
import { aController, staffCtxAt, TEST_PASSWORD, TEST_TOTP } from "@/tests/support/desk";
import { entered } from "@/tests/support/entry";
import { codeOf, roomInStep } from "@/tests/support/staff";

const database = useDatabase();
const SHOTS = process.env.HABEAS_SHOTS;
const LETTER = readFileSync(join(process.cwd(), "tests/support/letters/sv/rectification-default.txt"), "utf8")
  .replace("{rectification_data}", "Min adress är Låtsasvägen 4.")
  .replace("{id_data}", "Kundnummer 100 200");

let app: TestApp;
let browser: TestBrowser;
let controller: Controller;
let officer: Awaited<ReturnType<typeof staffCtxAt>>;
let page: Page;

beforeAll(async () => {
  controller = await aController();
  officer = await staffCtxAt(controller, ["officer"]);
  app = await startApp({ database });
  browser = await launchBrowser();
  await roomInStep(10);
  page = await signedIn(officer.email);
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function signedIn(email: string): Promise<Page> {
  const theirs = await browser.newPage();
  await theirs.goto(`${app.url}/staff/sign-in`);
  await theirs.getByLabel("Email address").fill(email);
  await theirs.getByLabel("Password").fill(TEST_PASSWORD);
  await theirs.getByLabel("One-time code").fill(codeOf(TEST_TOTP));
  await theirs.getByRole("button", { name: "Sign in" }).click();
  await theirs.waitForURL((url) => url.pathname.endsWith("/queue"));
  return theirs;
}

const desk = (rest: string) => `${app.url}/staff/${controller.slug}${rest}`;

async function look(name: string): Promise<void> {
  await expectAccessible(page);
  const wide = await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  expect([name, wide]).toEqual([name, 0]);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/register-${name}.png`, fullPage: true });
}

test("a pasted letter proposes what it asks for, and typed input survives what is wrong", async () => {
  // The key works from when the script of the page has arrived.
  for (let tries = 0; tries < 40 && page.url() !== desk("/enter"); tries += 1) {
    await page.keyboard.press("e");
    await page.waitForTimeout(250);
  }
  await page.waitForURL(desk("/enter"));
  await page.getByLabel("Kanal").selectOption("post");
  await page.getByLabel("Mottagen den").fill("2026-01-07");
  await page.getByLabel("Klockslag").fill("09:15");
  await page.getByLabel("Begäran som den kom, ord för ord").fill(LETTER);
  const suggestions = page.getByRole("region", { name: "Förslag från texten" });
  await suggestions.getByText("svenska").waitFor();
  expect(await suggestions.locator("mark").first().textContent()).toContain("begär");
  await suggestions.getByRole("button", { name: "Använd förslagen" }).click();
  expect(await page.getByRole("checkbox", { name: "Rättelse" }).isChecked()).toBe(true);
  await page.getByLabel(/^Brevet eller mejlet som fil/).setInputFiles({
    name: "brev.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\n% an invented letter\n"),
  });
  await page.getByLabel("Namn", { exact: true }).fill("Åsa Påhittad");
  await page.getByLabel(/^Postadress/).fill("Låtsasvägen 4\n000 00 Ingenstans");
  await page.getByRole("button", { name: "Registrera begäran" }).click();
  await page.getByRole("link", { name: /vad som är fel/i }).waitFor();
  await look("entry-wrong");
  await page.getByLabel("Det som är fel").fill("Adressen");
  await page.getByRole("button", { name: "Registrera begäran" }).click();
  await page.getByRole("link", { name: /mer än ett dygn/ }).waitFor();
  expect(await page.getByLabel("Begäran som den kom, ord för ord").inputValue()).toBe(LETTER);
  await page.getByLabel("Ja, det var då begäran togs emot").check();
  await look("entry");
  await page.getByRole("button", { name: "Registrera begäran" }).click();
  await page.waitForURL(/\/requests\/[0-9A-Z]+\?done=entered/);
  await page.getByText("Begäran är registrerad.").waitFor();
  await page.getByRole("button", { name: "brev.pdf" }).waitFor();
  await look("request");
});

test("the queue shows it late, with a letter to post, which is printed and its posting recorded", async () => {
  const { reference } = await db().rightsRequest.findFirstOrThrow({ where: { controllerId: controller.id } });
  await page.goto(desk("/queue?view=notices"));
  const row = page.getByRole("row", { name: new RegExp(formatReference(reference)) });
  expect(await row.textContent()).toMatch(/Brev att posta/);
  // One month from 7 January is Saturday 7 February; the next working day is Monday the 9th.
  expect(await row.textContent()).toMatch(/9 feb/);
  await look("queue");
  await page.goto(desk(`/requests/${reference}`));
  await page.getByRole("link", { name: "Skriv ut brevet", exact: true }).click();
  await page.getByRole("heading", { name: "Vi har tagit emot din begäran" }).waitFor();
  expect(await page.getByRole("article").textContent()).toContain("Åsa Påhittad");
  await look("letter");
  await page.getByRole("button", { name: "Anteckna att det har skickats" }).click();
  await page.getByText("Det är antecknat att brevet har skickats.").waitFor();
  await page.getByRole("radio", { name: /våra egna uppgifter/ }).check();
  await page.getByRole("button", { name: "Anteckna att adressen hör till personen" }).click();
  await page.getByText("Adressen räknas som bekräftad.").waitFor();
  await page.getByLabel(/Bifoga det inskannade/).setInputFiles({
    name: "bilaga.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\n% an invented enclosure\n"),
  });
  await page.getByRole("button", { name: "Bifoga", exact: true }).click();
  await page.getByText("Originalet är bifogat.").waitFor();
  await page.getByRole("button", { name: "bilaga.pdf" }).waitFor();
  await look("posted");
});

test("a request about a customer's data is sent on, after what was missing was said", async () => {
  const { reference } = await entered(officer);
  await page.goto(desk(`/requests/${reference}`));
  await page.getByRole("link", { name: "Skicka vidare till kunden" }).click();
  await page.getByLabel("Kunden, som är personuppgiftsansvarig").fill("Kunden AB (påhittad)");
  await page.getByRole("button", { name: "Läs breven innan de skickas" }).click();
  await page.getByRole("link", { name: /som brevet ska gå till/ }).waitFor();
  await look("forward");
  await page.getByLabel(/^Kundens e-postadress/).fill("dataskydd@kunden.test");
  await page.getByRole("button", { name: "Läs breven innan de skickas" }).click();
  await page.getByRole("heading", { name: "Mejlet till kunden" }).waitFor();
  await look("forward-letters");
  await page.getByRole("button", { name: "Skicka begäran vidare" }).click();
  await page.waitForURL(/done=forwarded/);
  await page.getByText("Kunden AB (påhittad)").waitFor();
  await look("forwarded");
});

test("what comes by phone of a request that is there is recorded, and a withdrawal read before it is confirmed", async () => {
  const { reference } = await entered(officer);
  const record = async (kind: string, text: string) => {
    await page.getByText("Anteckna det som kom på annat sätt").click();
    await page.getByRole("radio", { name: kind }).check();
    await page.getByLabel(/^Ordagrant/).fill(text);
    await page.locator("#record").getByRole("button", { name: "Spara" }).click();
  };
  await page.goto(desk(`/requests/${reference}`));
  await record("Fler uppgifter", "Jag bodde på Påhittsgatan förut.");
  await page.getByText("Det är antecknat.").waitFor();
  await page.getByText("Jag bodde på Påhittsgatan förut.").waitFor();
  await look("recorded");
  await record("Begäran tas tillbaka", "Nu vill jag inte mer.");
  await page.getByRole("heading", { name: "Brevet till den som begär" }).waitFor();
  await look("withdrawal-letter");
  await page.getByRole("button", { name: "Anteckna återtagandet och bekräfta det" }).click();
  await page.getByText("Återtagandet är antecknat.").waitFor();
});

test("where the data protection officer approves everything, they read both letters before the request is sent on", async () => {
  controller = await aController({ dpoApproves: "everything" });
  const writer = await staffCtxAt(controller, ["officer"]);
  const dpo = await staffCtxAt(controller, ["dpo"]);
  const { reference } = await entered(writer);
  const customer = {
    name: "Kunden AB (påhittad)",
    email: "fraga@kunden.test",
    postalAddress: "",
    note: "Avtal 17",
  };
  await forwardRequest(writer, { reference, version: 1, ...customer });
  await page.close();
  page = await signedIn(dpo.email);
  await page.goto(desk("/queue?view=approval"));
  await page.getByRole("link", { name: formatReference(reference) }).click();
  const box = page.getByRole("region", { name: "Ska skickas vidare till kunden" });
  await box.getByText("Avtal 17").waitFor();
  await box.getByRole("heading", { name: "Brevet till den som begär" }).waitFor();
  await look("forwarding-waits");
  await box.getByRole("button", { name: "Godkänn och skicka" }).click();
  await page.getByText("Det är godkänt och skickas snart.").waitFor();
  await page.getByText(/^Skickas vidare sedan/).waitFor();
  await look("forwarding-approved");
});
