/** An officer answers the person themselves, reads the mail first, and takes it back before it has left. */
import type { Page } from "playwright-core";
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
let page: Page;
let controller: Controller;

beforeAll(async () => {
  controller = await aController();
  app = await startApp({ database, limits: { ANSWER_HOLD_SECONDS: 600 } });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

async function look(name: string): Promise<void> {
  await expectAccessible(page);
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/direct-${name}.png`, fullPage: true });
}

test("the mail to the person is read, held and taken back, and the representative's request is as it was", async () => {
  const officer = await staffCtxAt(controller, ["officer"]);
  const filing = aFiling(undefined, { name: "Kim Ombud", email: "kim@ombud.test" });
  const acts = { onBehalf: "other", subjectName: "Alex Andra", authority: "Fullmakt" } as const;
  const { reference } = await filedAndConfirmed(publicCtxAt(controller), {
    ...filing,
    who: { ...filing.who, ...acts },
  });
  await roomInStep(10);
  page = await browser.newPage();
  await page.goto(`${app.url}/staff/sign-in`);
  await page.getByLabel("Email address").fill(officer.email);
  await page.getByLabel("Password").fill(TEST_PASSWORD);
  await page.getByLabel("One-time code").fill(codeOf(TEST_TOTP));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => url.pathname.endsWith("/queue"));

  await page.goto(`${app.url}/staff/${controller.slug}/requests/${reference}`);
  await page.getByText("Svara personen direkt").click();
  await page.getByLabel("Personens egen e-postadress").fill("alex@person.test");
  await page.getByLabel("Hur ni vet att den är personens").fill("Står i kundregistret.");
  await page.getByRole("button", { name: "Läs mejlet innan det skickas" }).click();
  await page.getByText("alex@person.test").waitFor();
  await page.getByText("Du kan ångra den närmaste stunden").waitFor();
  await look("preview");
  await page.getByRole("button", { name: "Svara personen direkt" }).click();
  await page.getByText("Innan mejlet har gått iväg ändras ingenting för företrädaren.").waitFor();
  await page.getByText("Ett mejl till personen själv ska snart gå iväg.").waitFor();
  await look("sent");
  await page.getByRole("button", { name: "Ångra sändningen" }).click();
  await page.getByText("Svar direkt till personen: återtaget innan det gick iväg").waitFor();
  expect(await page.getByText("kim@ombud.test").count()).toBeGreaterThan(0);
  await look("undone");
});
