import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GET as mailbox } from "@/app/dev/mailbox/route";
import { freePort } from "@/lib/adapters/free-port";
import { setEnv } from "@/lib/env";
import { type Front, startFront } from "@/lib/server/front";
import { logger } from "@/lib/server/log";
import {
  expectAccessible,
  launchBrowser,
  noThirdPartyRequests,
  type TestBrowser,
} from "../../support/browser";

const GOOD = `<!doctype html><html lang="en"><title>Good</title><main><h1>Good</h1><p>Fine</p></main></html>`;
const BAD = `<!doctype html><html><title></title><img src="/a.png"><input></html>`;
const HOSTILE = `<!doctype html><html lang="en"><title>Hostile</title><h1>Hostile</h1>
<script>document.title = "ran"</script><img alt="" src="https://evil.test/p.gif"></html>`;

let browser: TestBrowser;
let front: Front;
let folder: string;

beforeAll(async () => {
  logger.level = "silent";
  folder = await mkdtemp(join(tmpdir(), "habeas-var-"));
  browser = await launchBrowser();
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  setEnv({ HABEAS_DEMO: "1", HABEAS_VAR: folder, BASE_URL: baseUrl });
  front = await startFront({
    port,
    host: "127.0.0.1",
    baseUrl,
    trustedProxies: [],
    demo: true,
    handler: async (request, response) => {
      const pages: Readonly<Record<string, string>> = { "/good": GOOD, "/bad": BAD, "/hostile": HOSTILE };
      const page = pages[request.url ?? ""];
      if (request.url?.startsWith("/dev/mailbox")) {
        const answer = await mailbox(new Request(new URL(request.url, baseUrl)));
        response.writeHead(answer.status, Object.fromEntries(answer.headers));
        response.end(await answer.text());
        return;
      }
      response.writeHead(page === undefined ? 404 : 200, { "content-type": "text/html" });
      response.end(page ?? "<!doctype html><title>None</title>");
    },
  });
});

afterAll(async () => {
  setEnv({ HABEAS_DEMO: undefined, HABEAS_VAR: undefined, BASE_URL: undefined });
  await browser?.close();
  await front?.close();
  await rm(folder, { recursive: true });
});

const at = (path: string) => `${front.url.replace("127.0.0.1", "localhost")}${path}`;

test.each([true, false])("an accessible page passes, another fails (JavaScript: %s)", async (javaScript) => {
  const page = await browser.newPage({ javaScript });
  await page.goto(at("/good"));
  await expectAccessible(page);
  await page.goto(at("/bad"));
  await expect(expectAccessible(page)).rejects.toThrow(/html-has-lang[\s\S]*image-alt/);
  await page.context().close();
});

test("a page with injected script and picture runs neither, and the watch says so", async () => {
  const page = await browser.newPage();
  const watch = noThirdPartyRequests(page, at("/"));
  await page.goto(at("/good"));
  watch.expectQuiet();
  await page.goto(at("/hostile"));
  expect(await page.title()).toBe("Hostile");
  expect(() => watch.expectQuiet()).toThrow(/Content Security Policy/);
  await page.context().close();
});

test("the window has the size, language and scripts that were asked for", async () => {
  const phone = await browser.newPage({ width: 320, height: 640, language: "sv", javaScript: false });
  const answer = await phone.goto(at("/good"));
  expect(answer?.request().headers()["accept-language"]).toBe("sv");
  expect(phone.viewportSize()).toEqual({ width: 320, height: 640 });
  const scripted = "<title>static</title><script>document.title = 'ran'</script>";
  await phone.setContent(scripted);
  expect(await phone.title()).toBe("static");
  const desktop = await browser.newPage();
  await desktop.setContent(scripted);
  expect(await desktop.title()).toBe("ran");
  await desktop.context().close();
  await phone.context().close();
});

test("the mailbox shows a mail as text and as a page, and its links lead to the portal", async () => {
  const name = `${Date.now()}-000001-${randomUUID().slice(0, 8)}.eml`;
  await mkdir(join(folder, "mailbox"));
  const link = at("/good");
  const html = `<p style="color:#00508f">Hello</p><a href="${link}">Open</a><script>parent.document.title="ran"</script>`;
  await writeFile(
    join(folder, "mailbox", name),
    `From: desk@desk.test\r\nTo: ann@example.org\r\nSubject: Hello\r\nContent-Type: text/html\r\n\r\n${html}`,
  );
  const page = await browser.newPage({ width: 360, height: 740 });
  await page.goto(at("/dev/mailbox"));
  await expectAccessible(page);
  await page.getByRole("link", { name: "Hello" }).click();
  await page.waitForURL(/mail=/);
  const frame = page.frameLocator("iframe");
  expect(await frame.getByText("Hello").evaluate((node) => getComputedStyle(node).color)).toBe(
    "rgb(0, 80, 143)",
  );
  const [opened] = await Promise.all([
    page.context().waitForEvent("page"),
    frame.getByRole("link", { name: "Open" }).click(),
  ]);
  await opened.waitForLoadState();
  expect(await opened.title()).toBe("Good");
  expect(await page.title()).not.toBe("ran");
  await page.context().close();
});
