import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

/** Does what loads another page, and waits until that one is there. */
export async function andLoad(page: Page, act: () => Promise<void>): Promise<void> {
  await Promise.all([page.waitForEvent("load"), act()]);
}

/** Presses a button that posts a form, and waits for the page it leads to. */
export async function press(page: Page, name: string): Promise<void> {
  await andLoad(page, () => page.getByRole("button", { name, exact: true }).click());
}

export async function h1(page: Page): Promise<string | null> {
  return page.getByRole("heading", { level: 1 }).textContent();
}

/** Nothing runs out of a page of 320 CSS pixels (WCAG 2.2 1.4.10). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  if (before) await page.setViewportSize(before);
  expect({ path: new URL(page.url()).pathname, scroll: widths[0] }).toEqual({
    path: new URL(page.url()).pathname,
    scroll: widths[1],
  });
}

/** Keeps a picture of the page for a person to look at, where HABEAS_SHOTS names a folder. */
export async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.HABEAS_SHOTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
