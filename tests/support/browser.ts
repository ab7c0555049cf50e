import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import Chromium from "@sparticuz/chromium";
import type { AxeResults } from "axe-core";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

export interface PageWish {
  /** phone 360x740 and desktop 1280x900 are what the product is looked at on */
  readonly width?: number;
  readonly height?: number;
  readonly javaScript?: boolean;
  /** BCP 47 tag the browser asks for */
  readonly language?: string;
}

export interface TestBrowser {
  /** A page in a context of its own: no cookies, no cache of another. */
  newPage(wish?: PageWish): Promise<Page>;
  close(): Promise<void>;
}

/** Starts the browser that comes with the packages; about two seconds. */
export async function launchBrowser(): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({
    executablePath: await Chromium.executablePath(),
    args: FLAGS,
    headless: true,
  });
  return {
    newPage: async ({ width = 1280, height = 900, javaScript = true, language = "en" } = {}) => {
      const context: BrowserContext = await browser.newContext({
        viewport: { width, height },
        javaScriptEnabled: javaScript,
        locale: language,
      });
      context.setDefaultTimeout(30_000);
      const page = await context.newPage();
      if (!javaScript) withoutScripts.add(page);
      return page;
    },
    close: () => browser.close(),
  };
}

const withoutScripts = new WeakSet<Page>();

/** Not the package's own: those switch off the same-origin policy, which is what the tests are about. */
const FLAGS = [
  "--no-sandbox",
  "--no-zygote",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--font-render-hinting=none",
];

const AXE = readFileSync(createRequire(__filename).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

/** Runs the rules of WCAG 2.2 A and AA on the page as it stands; fails with what is wrong and where. */
export async function expectAccessible(page: Page): Promise<void> {
  const checked = withoutScripts.has(page) ? await copyWithScripts(page) : page;
  const { violations, passes } = await runAxe(checked);
  if (checked !== page) await checked.context().close();
  if (passes.length === 0) throw new Error("The accessibility check looked at nothing.");
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary}`).join("\n")}`,
  );
  if (found.length > 0) throw new Error(`${page.url()} is not accessible:\n${found.join("\n")}`);
}

/** The page as it stands, without its scripts, where the checker can run: it cannot where scripts are off. */
async function copyWithScripts(page: Page): Promise<Page> {
  const body = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/gi, "");
  const browser = page.context().browser();
  if (browser === null) throw new Error("The page has lost its browser.");
  const context = await browser.newContext({ viewport: page.viewportSize() });
  const copy = await context.newPage();
  await copy.route(page.url(), (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8" }));
  await copy.goto(page.url());
  return copy;
}

async function runAxe(page: Page): Promise<AxeResults> {
  // The checker is ours: it is put in from outside the page, past the page's own policy.
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
  });
  const run = `${AXE}; axe.run(document, { runOnly: { type: "tag", values: ${JSON.stringify(RULES)} } })`;
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression: run,
    contextId: executionContextId,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  if (exceptionDetails) throw new Error(`The accessibility check failed: ${exceptionDetails.text}`);
  return result.value as AxeResults;
}

export interface Watch {
  /** Fails when the page asked anybody but the site it is of, or broke its own security policy. */
  expectQuiet(): void;
  readonly requests: readonly string[];
}

/** Watches a page from now on: whom it asks, what its policy had to stop, what it complains of. */
export function noThirdPartyRequests(page: Page, site: string): Watch {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  const origin = new URL(site).origin;
  return {
    requests,
    expectQuiet: () => {
      const foreign = requests.filter((url) => !url.startsWith("data:") && new URL(url).origin !== origin);
      expect({ foreign, complaints }).toEqual({ foreign: [], complaints: [] });
      expect(requests.length).toBeGreaterThan(0);
    },
  };
}
