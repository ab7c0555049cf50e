/** A person opens the mailed link, follows their request, answers a question and takes one request back. */
import type { Page } from "playwright-core";
import type { Ctx } from "@/lib/commands/context";
import { askQuestion } from "@/lib/commands/request/ask-question";
import { formatReference } from "@/lib/domain/intake/reference";
import { startApp, type TestApp } from "@/tests/support/app";
import {
  expectAccessible,
  launchBrowser,
  noThirdPartyRequests,
  type TestBrowser,
} from "@/tests/support/browser";
import { useDatabase } from "@/tests/support/database";
import { ACCESS, aController, aFiling, filed, publicCtxAt, staffCtxAt } from "@/tests/support/desk";

const database = useDatabase();
/** A folder to leave pictures in, for who wants to look. */
const SHOTS = process.env.HABEAS_SHOTS;
let app: TestApp;
let browser: TestBrowser;
let ctx: Ctx;
let officer: Ctx;

beforeAll(async () => {
  app = await startApp({ database });
  browser = await launchBrowser();
  const controller = await aController();
  ctx = { ...publicCtxAt(controller), baseUrl: app.url };
  officer = { ...(await staffCtxAt(controller, ["officer"])), baseUrl: app.url };
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function linkTo(email: string, subject: RegExp): Promise<string> {
  const mail = await app.smtp.waitForMail(email, { subject });
  return /https?:\/\/\S+\/c\/\S+/.exec(mail.text)?.[0] ?? "";
}

async function look(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true });
}

test.each([true, false])("from the mail to the end of a request (JavaScript %s)", async (javaScript) => {
  const email = `person-${javaScript}@person.test`;
  const { requests } = await filed(
    ctx,
    aFiling([ACCESS, { right: "consent_withdrawal", what: "" }], { email }),
  );
  const reference = requests[0]?.reference as string;
  const page = await browser.newPage({ width: 360, height: 640, javaScript, language: "sv" });
  const others = noThirdPartyRequests(page, app.url);

  await page.goto(await linkTo(email, /.*/));
  expect(new URL(page.url()).pathname).toBe("/confirm");
  await expectAccessible(page);
  await look(page, `confirm-${javaScript}`);
  await page.getByRole("button", { name: "Bekräfta och öppna" }).click();

  expect(new URL(page.url()).pathname).toBe("/my");
  await expect(page.getByText(formatReference(reference)).isVisible()).resolves.toBe(true);
  await expectAccessible(page);
  await page.getByText("Varför just det datumet?").first().click();
  await look(page, `my-${javaScript}`);
  const calendar = page.waitForEvent("download");
  await page.getByRole("link", { name: "Lägg sista dagen i kalendern" }).first().click();
  expect((await calendar).suggestedFilename()).toBe(`${reference}.ics`);

  await askQuestion(officer, { reference, text: "Gäller det ditt kundkonto?", version: 1 });
  await page.goto(await linkTo(email, /fråga/i));
  await page.getByRole("button", { name: "Öppna" }).click();
  await page.getByLabel("Svara på frågan").fill("Ja, kundkontot.");
  await look(page, `question-${javaScript}`);
  await page.getByRole("button", { name: "Skicka svaret" }).click();
  await expect(page.getByText("Ditt svar är sparat").isVisible()).resolves.toBe(true);
  await expect(page.getByText("Ja, kundkontot.").isVisible()).resolves.toBe(true);

  await page.getByRole("link", { name: "Ta tillbaka begäran" }).first().click();
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ja, ta tillbaka den" }).click();
  await expect(page.getByText("Begäran är återtagen.").isVisible()).resolves.toBe(true);
  await expect(page.getByText("Återtagen", { exact: true }).isVisible()).resolves.toBe(true);

  await page.getByRole("button", { name: "Stäng sidan" }).click();
  await page.goto(`${app.url}/my`);
  await expect(page.getByRole("heading", { level: 1 }).innerText()).resolves.toBe("Följ din begäran");
  await look(page, `find-${javaScript}`);
  others.expectQuiet();
  await page.close();
});

test("a wrong reference keeps what was typed and says how to put it right; the answer never says what is known", async () => {
  const page = await browser.newPage({ width: 360, height: 640, javaScript: false, language: "en" });
  await page.goto(`${app.url}/my`);
  await page.getByLabel("Email address").fill("not an address");
  await page.getByRole("button", { name: "Send a link" }).click();
  await expect(page.getByRole("heading", { name: "There is a problem" }).isVisible()).resolves.toBe(true);
  await expect(page.getByLabel("Email address").inputValue()).resolves.toBe("not an address");
  await expectAccessible(page);
  await look(page, "find-error");

  await page.getByLabel("Reference").fill("K7QF2-9MD4T-X");
  await page.getByLabel("Email address").fill("nobody@person.test");
  await page.getByRole("button", { name: "Send a link" }).click();
  await expect(page.getByRole("heading", { level: 1 }).innerText()).resolves.toBe("Check your email");
  await page.close();
});

test("a link used twice says so and leads to a new one", async () => {
  const email = "twice@person.test";
  await filed(ctx, aFiling([ACCESS], { email }));
  const link = await linkTo(email, /.*/);
  const page = await browser.newPage({ width: 360, height: 640, javaScript: true, language: "en" });
  await page.goto(link);
  await page.getByRole("button", { name: "Confirm and open" }).click();
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 }).innerText()).resolves.toBe("This link has been used");
  await page.getByRole("link", { name: "Ask for a new link" }).click();
  expect(new URL(page.url()).pathname).toBe("/my");
  await page.close();
});
