/** Somebody who has never heard of the GDPR files a request on a phone, in Swedish, with scripts and without. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { startApp, type TestApp } from "@/tests/support/app";
import {
  expectAccessible,
  launchBrowser,
  noThirdPartyRequests,
  type TestBrowser,
} from "@/tests/support/browser";
import { useDatabase } from "@/tests/support/database";
import { aController } from "@/tests/support/desk";
import { andLoad, expectNoSidewaysScroll, h1, press, shot } from "./page-checks";

const database = useDatabase();
let app: TestApp;
let browser: TestBrowser;
let slug: string;

beforeAll(async () => {
  app = await startApp({ database, limits: { DRAFT_SECONDS: 0 } });
  browser = await launchBrowser();
  const notice = "Använd inte formuläret. Ring oss på 08-000 00 00, så skickar vi svaret via Skatteverket.";
  slug = (await aController({ protectedIdentityNotice: { sv: notice } })).slug;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const next = (page: Page) => press(page, "Fortsätt");

async function checked(page: Page, name: string): Promise<void> {
  await shot(page, name);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** What a link of the page gives to keep. */
async function saved(page: Page, link: string): Promise<string> {
  const downloading = page.waitForEvent("download");
  await page.getByRole("link", { name: link }).click();
  return readFileSync(await (await downloading).path(), "utf8");
}

test.each([true, false])("from the start page to the receipt (JavaScript %s)", async (javaScript) => {
  const page = await browser.newPage({ width: 360, height: 640, javaScript, language: "sv" });
  const others = noThirdPartyRequests(page, app.url);
  const name = (text: string) => `file-${text}-${javaScript ? "script" : "plain"}`;

  await page.goto(`${app.url}/${slug}`);
  expect(await h1(page)).toBe("Dina personuppgifter hos Exempelbolaget AB");
  expect(await page.getByText("Skatteverket").count()).toBe(1);
  await checked(page, name("1-start"));
  await press(page, "Börja");

  await next(page);
  expect(await page.title()).toMatch(/^Fel: Vad vill du begära\?/);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("error-summary");
  await checked(page, name("2-rights-error"));
  await page.getByRole("link", { name: "Välj minst en sak som du vill begära" }).click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("rights");
  await page.getByLabel("Få veta vilka uppgifter vi har om dig").check();
  await page.getByLabel("Få fel uppgifter rättade").check();
  await page.getByLabel("Slippa direktmarknadsföring").check();
  await next(page);

  expect(await h1(page)).toBe("Vilka uppgifter vill du ha en kopia av?");
  await page.getByLabel("En viss tid eller en viss sak").check();
  await page.getByLabel("Dag").first().fill("31");
  await page.getByLabel("Månad").first().fill("februari");
  await page.getByLabel("År").first().fill("2025");
  await page.getByLabel("Vad gäller det?").fill("Mitt köp <b>den våren</b>");
  await next(page);
  expect(
    await page.getByRole("link", { name: "Startdatumet finns inte. Kontrollera dag, månad och år" }).count(),
  ).toBe(1);
  expect(await page.getByLabel("Månad").first().inputValue()).toBe("februari");
  expect(await page.getByLabel("Vad gäller det?").inputValue()).toBe("Mitt köp <b>den våren</b>");
  await checked(page, name("3-access-error"));
  await page.getByLabel("Dag").first().fill(" 13 ");
  await page.getByLabel("Månad").first().fill("mars");
  await next(page);

  expect(await h1(page)).toBe("Vad ska rättas?");
  await next(page);
  expect(await page.getByRole("link", { name: "Skriv vad som är fel" }).count()).toBe(1);
  await page.getByLabel("Vad är fel eller fattas?").fill("Ni har min gamla adress.\nDen gäller inte.");
  await next(page);

  await page.getByLabel("Sms").check();
  await checked(page, name("4-marketing"));
  await next(page);

  await checked(page, name("5-on-behalf"));
  await page.getByLabel("Mitt barn").check();
  await page.getByLabel("Namnet på den som begäran gäller").fill("Kim Påhittad");
  await next(page);

  expect(await h1(page)).toBe("Hur når vi dig?");
  expect(await page.getByText("Du gör begäran åt Kim Påhittad.").count()).toBe(1);
  await page.getByLabel("Ditt namn").fill("Åsa Påhittad");
  await page.getByLabel("Din e-postadress").fill("inte en adress");
  await next(page);
  expect(await page.title()).toMatch(/^Fel: /);
  expect(await page.getByLabel("Din e-postadress").inputValue()).toBe("inte en adress");
  await checked(page, name("6-contact-error"));
  const email = `asa-${javaScript}@person.test`;
  await page.getByLabel("Din e-postadress").fill(email);
  await andLoad(page, () => page.getByLabel("Din e-postadress").press("Enter"));

  expect(await h1(page)).toBe("Kontrollera dina svar");
  await checked(page, name("7-check"));
  await andLoad(page, () => page.getByRole("link", { name: "Ändra namn", exact: true }).click());
  await page.getByLabel("Ditt namn").fill("Åsa Påhittad-Berg");
  await next(page);
  expect(await h1(page)).toBe("Kontrollera dina svar");
  expect(await page.getByText("Åsa Påhittad-Berg").count()).toBe(1);
  expect(await page.getByText("från och med 13 mars 2025").count()).toBe(1);
  await press(page, "Skicka begäran");

  expect(await h1(page)).toBe("Vi har tagit emot dina begäranden");
  const references = await page.locator("strong").allInnerTexts();
  expect(references).toEqual(
    Array(3).fill(expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]$/)),
  );
  expect(await page.getByText(/^Svar senast \S+dag \d+ \S+ \d{4}$/).count()).toBe(3);
  expect(await page.getByText("Det ska upphöra genast", { exact: true }).count()).toBe(1);
  await page.getByText("Varför just det datumet?").first().click();
  expect(await page.getByText("En månad från den").first().isVisible()).toBe(true);
  await checked(page, name("8-done"));
  const pdf = await saved(page, "Spara bekräftelsen (pdf)");
  expect(pdf).toContain("<pdfuaid:part>1</pdfuaid:part>");
  const calendar = await saved(page, "Lägg sista dagen i kalendern");
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  for (const reference of references) expect(calendar.replaceAll("\r\n ", "")).toContain(reference);
  expect(calendar).not.toMatch(/Åsa|Kim|person\.test/);

  await page.reload();
  expect(await page.locator("strong").allInnerTexts()).toEqual(references);
  await page.goto(`${app.url}/${slug}/request/contact`);
  expect(new URL(page.url()).pathname).toBe(`/${slug}/request/done`);

  const mail = await app.smtp.waitForMail(email);
  expect(mail.text).toContain(references[0]);
  expect(mail.text).not.toContain("Åsa");
  others.expectQuiet();
  await page.close();
});

test("a tap too many is one filing", async () => {
  const page = await browser.newPage({ width: 360, height: 640, language: "sv" });
  await page.goto(`${app.url}/${slug}`);
  await press(page, "Säg nej till reklam");
  await next(page);
  await page.getByLabel("Mig själv").check();
  await next(page);
  await page.getByLabel("Ditt namn").fill("Dubbel Tryckare");
  await page.getByLabel("Din e-postadress").fill("dubbel@person.test");
  await next(page);
  await page.getByRole("button", { name: "Skicka begäran" }).dblclick();
  // Not the address: the second press ends the first one's navigation, and waiting for that one would fail.
  await page.getByRole("heading", { level: 1, name: "Vi har tagit emot din begäran" }).waitFor();
  expect(new URL(page.url()).pathname).toBe(`/${slug}/request/done`);
  const rows = await database.query<{ n: string }>(
    "postgres",
    `select count(*)::text as n from "Filing" where "controllerId" = (select "id" from "Controller" where "slug" = $1)
       and "id" not in (select "filingId" from "RightsRequest" where "right" = 'access')`,
    [slug],
  );
  expect(rows[0]?.n).toBe("1");
  await page.close();
});

test("another language, Back and a form that is gone keep what was typed", async () => {
  const page = await browser.newPage({ width: 360, height: 640, javaScript: false, language: "sv" });
  await page.goto(`${app.url}/${slug}`);
  await press(page, "Ta tillbaka ett samtycke");
  await page.getByLabel("Vad gav du samtycke till?").fill("Nyhetsbrevet");
  await press(page, "English");
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  expect(await page.getByLabel("What did you consent to?").inputValue()).toBe("Nyhetsbrevet");

  await page.getByLabel("What did you consent to?").fill("Nyhetsbrevet och bilderna");
  await press(page, "Back");
  expect(await h1(page)).toBe("What do you want to ask for?");
  await press(page, "Continue");
  expect(await page.getByLabel("What did you consent to?").inputValue()).toBe("Nyhetsbrevet och bilderna");

  await page.context().clearCookies({ name: "__Host-habeas.draft" });
  await press(page, "Continue");
  expect(await h1(page)).toBe("What do you want to ask for?");
  await page.getByLabel("Withdraw a consent").check();
  await press(page, "Continue");
  expect(await page.getByLabel("What did you consent to?").inputValue()).toBe("Nyhetsbrevet och bilderna");

  await press(page, "Delete my answers and leave");
  await page.goto(`${app.url}/${slug}/request/contact`);
  expect(await h1(page)).toBe("Your answers are no longer here");
  await checked(page, "file-gone");
  await page.close();
});
