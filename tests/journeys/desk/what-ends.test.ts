/**
 * What is left when something ends: a restriction that nobody recorded, a question behind a demand for proof, a file that
 * was the wrong one.
 */
import type { Page } from "playwright-core";
import type { Ctx } from "@/lib/commands/context";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
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
import { askIdentity, versionOf } from "@/tests/support/identity";
import { workingToken } from "@/tests/support/link";
import { codeOf, roomInStep } from "@/tests/support/staff";
import { PDF_BYTES } from "@/tests/support/upload";
import { expectNoSidewaysScroll, press, shot } from "../public/page-checks";

const database = useDatabase();
let app: TestApp;
let browser: TestBrowser;
let controller: Controller;
let desk: Ctx & { readonly email: string };
let officer: Page;

beforeAll(async () => {
  controller = await aController();
  app = await startApp({ database, limits: { ANSWER_HOLD_SECONDS: 0 } });
  browser = await launchBrowser();
  desk = { ...(await staffCtxAt(controller, ["officer"])), baseUrl: app.url };
  await roomInStep(8);
  officer = await browser.newPage({ language: "sv" });
  await officer.goto(`${app.url}/staff/sign-in`);
  await officer.getByLabel("E-postadress").fill(desk.email);
  await officer.getByLabel("Lösenord").fill(TEST_PASSWORD);
  await officer.getByLabel("Engångskod").fill(codeOf(TEST_TOTP));
  await officer.getByRole("button", { name: "Logga in", exact: true }).click();
  await officer.waitForURL((url) => url.pathname.endsWith("/queue"));
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const pageOf = (reference: string) => `${app.url}/staff/${controller.slug}/requests/${reference}`;

test("a restriction nobody recorded is not done when its request ends, and can still be recorded, and then is lifted", async () => {
  const objection = { right: "objection", what: "Profilering", disclosure: false, situation: "" } as const;
  const { reference, requester } = await filedAndConfirmed(publicCtxAt(controller), aFiling([objection]));
  await withdrawRequest(requester, { reference });
  await officer.goto(pageOf(reference));
  await officer.locator("#tasks").getByText("Begäran avslutades innan det var bokfört").waitFor();
  await expectAccessible(officer);
  await shot(officer, "what-ends-1-not-done");
  await officer.getByText("Bokför att det ändå var gjort").click();
  await officer.getByLabel("Vad som gjordes").fill("Endast lagrat i kundregistret.");
  await press(officer, "Spara som gjort");
  await officer.getByText("Begränsning gäller").first().waitFor();
  await shot(officer, "what-ends-2-lifting");
});

test("who has to show who they are is told that a question waits, and not what it says", async () => {
  const { reference, receipt } = await filedAndConfirmed(publicCtxAt(controller), aFiling([ACCESS]));
  await askQuestion(desk, {
    ...{ reference, version: await versionOf(desk, reference), text: "Vilket kundnummer gäller det?" },
  });
  await askIdentity(desk, reference, ["account", "facts"]);
  await untilAccepted(receipt.filingId);
  const person = await browser.newPage({ language: "sv", width: 360, height: 740, javaScript: false });
  await person.goto(`${app.url}/c/${await workingToken(database, receipt.filingId)}`);
  await press(person, "Öppna");
  await person.getByText("Du kan läsa och besvara frågan här när du har visat vem du är.").waitFor();
  expect(await person.content()).not.toContain("kundnummer gäller");
  await expectNoSidewaysScroll(person);
  await shot(person, "what-ends-3-question-waits");
});

test("a file that was the wrong one is taken off an assessment in the making", async () => {
  const { reference } = await filedAndConfirmed(publicCtxAt(controller), aFiling([ACCESS]));
  await officer.goto(`${pageOf(reference)}/assessment`);
  await officer
    .locator('input[type="file"]')
    .setInputFiles({ name: "fel-fil.pdf", mimeType: "application/pdf", buffer: PDF_BYTES });
  await press(officer, "Spara");
  await officer.getByText("Ta bort en fil").click();
  await shot(officer, "what-ends-4-evidence");
  await expectAccessible(officer);
  await press(officer, "Radera fel-fil.pdf");
  await officer.getByText("Filen är raderad.").waitFor();
  expect(await officer.getByText("fel-fil.pdf").count()).toBe(0);
});

async function untilAccepted(filingId: string): Promise<void> {
  const sql = `select count(*)::int as n from "Notice" where "filingId" = $1 and "state" <> 'accepted'`;
  for (let tries = 0; tries < 300; tries++) {
    const [row] = await database.query<{ n: number }>("postgres", sql, [filingId]);
    if (row?.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("the mails should have left by now");
}
