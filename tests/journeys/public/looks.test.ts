/** Every public page in the ways that people look at it: wide, dark, in forced colours, enlarged. */
import type { Page } from "playwright-core";
import { RIGHTS } from "@/lib/domain/kernel/right";
import { startApp, type TestApp } from "@/tests/support/app";
import { expectAccessible, launchBrowser, type TestBrowser } from "@/tests/support/browser";
import { useDatabase } from "@/tests/support/database";
import { aController } from "@/tests/support/desk";
import { expectNoSidewaysScroll, h1, press, shot } from "./page-checks";

const database = useDatabase();
let app: TestApp;
let browser: TestBrowser;
let slug: string;

beforeAll(async () => {
  app = await startApp({ database, limits: { DRAFT_SECONDS: 0 } });
  browser = await launchBrowser();
  slug = (await aController()).slug;
});
afterAll(async () => {
  await browser?.close();
  await app?.stop();
});

const LOOKS = [
  { name: "light", colorScheme: "light", forcedColors: "none" },
  { name: "dark", colorScheme: "dark", forcedColors: "none" },
  { name: "forced", colorScheme: "dark", forcedColors: "active" },
] as const;

async function everyLook(page: Page, name: string): Promise<void> {
  for (const { name: look, ...media } of LOOKS) {
    await page.emulateMedia(media);
    await shot(page, `looks-${name}-${look}`);
    await expectAccessible(page);
  }
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
  await expectNoSidewaysScroll(page);
}

test("every question page, whatever is asked", async () => {
  const page = await browser.newPage({ language: "en" });
  const next = () => press(page, "Continue");
  await page.goto(`${app.url}/${slug}`);
  await everyLook(page, "start");
  for (const path of ["privacy", "accessibility"]) {
    await page.goto(`${app.url}/${slug}/${path}`);
    await everyLook(page, path);
  }
  await page.goto(`${app.url}/${slug}`);
  await press(page, "Start now");
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  await everyLook(page, "rights");
  await next();
  for (const right of RIGHTS) {
    expect(new URL(page.url()).pathname).toBe(`/${slug}/request/about/${right}`);
    if (right === "portability") await page.getByLabel("Directly to another organisation").check();
    if (right === "access") await page.getByLabel("A certain time or a certain matter").check();
    await everyLook(page, right);
    if (right === "rectification") await page.getByLabel("What is wrong or missing?").fill("The name");
    await next();
  }
  await page.getByLabel("Me", { exact: true }).check();
  await everyLook(page, "on-behalf");
  await next();
  await next();
  await everyLook(page, "contact-error");
  await page.getByLabel("Your name").fill("Kim Example");
  await page.getByLabel("Your email address").fill("kim@person.test");
  await next();
  await everyLook(page, "check");
  await press(page, "Send request");
  expect(await h1(page)).toBe("We have received your requests");
  expect(await page.getByText(/^Answer by \w+day \d+ \w+ \d{4}$/).count()).toBe(8);
  expect(await page.getByText(/^We promise an answer by /).count()).toBe(1);
  expect(await page.getByText("It has to stop at once", { exact: true }).count()).toBe(2);
  await page.getByText("Why this date?").first().click();
  await everyLook(page, "done");
  await page.close();
});

test("keys alone reach everything in the order it is read, and the focus is seen", async () => {
  const page = await browser.newPage({ language: "en", width: 360, height: 640 });
  await page.goto(`${app.url}/${slug}`);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to main content");
  await page.getByRole("button", { name: "Start now" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/rights$/);
  const order: string[] = [];
  for (let at = 0; at < 8; at += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const focused = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth } = getComputedStyle(focused);
      const { height } = focused.getBoundingClientRect();
      return {
        what: focused.id || focused.textContent,
        ring: outlineStyle !== "none" && outlineWidth !== "0px",
        height,
      };
    });
    expect(seen).toMatchObject({ ring: true });
    order.push(seen.what ?? "");
  }
  expect(order.slice(0, 6)).toEqual([
    "Skip to main content",
    expect.stringContaining("Exempelbolaget AB"),
    "Svenska",
    expect.stringContaining("Back"),
    "rights",
    "rights-rectification",
  ]);
  await page.close();
});

test("what is to be tapped is at least 44 pixels high", async () => {
  const page = await browser.newPage({ language: "sv", width: 360, height: 640 });
  await page.goto(`${app.url}/${slug}`);
  await press(page, "Börja");
  const small = await page.evaluate(() =>
    [...document.querySelectorAll("a, button, summary, .choice-mark")]
      .map((element) => (element.matches(".choice-mark") ? (element.parentElement as Element) : element))
      .filter((element) => element.getClientRects().length > 0 && !element.matches(".unseen"))
      .filter((element) => element.getBoundingClientRect().height < 44)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(small).toEqual([]);
  await page.close();
});
