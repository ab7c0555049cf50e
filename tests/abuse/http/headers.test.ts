import { readdirSync } from "node:fs";
import { startApp, type TestApp } from "../../support/app";
import { useDatabase } from "../../support/database";
import { type Answer, type Sending, send } from "../../support/http";

const database = useDatabase();
let app: TestApp;

beforeAll(async () => {
  app = await startApp({ database });
});

afterAll(() => app?.stop());

const HTML = { accept: "text/html" };
const STATE = "next-router-state-tree";

test.each<[string, Sending, number]>([
  ["a page that is not there", { path: "/nothing/here", headers: HTML }, 404],
  ["a route handler", { path: "/api/health" }, 200],
  ["a route handler asked otherwise", { method: "PUT", path: "/api/health" }, 405],
  ["a page asked otherwise", { method: "DELETE", path: "/" }, 405],
  [
    "a form from elsewhere",
    { method: "POST", path: "/api/public/x", headers: { origin: "https://evil.test" } },
    403,
  ],
  ["another host", { path: "/", headers: { host: "evil.test" } }, 421],
  ["a path that does not decode", { path: "/%ff" }, 400],
  ["a file that is not there", { path: "/_next/static/chunks/nothing.js" }, 404],
  ["the image optimizer", { path: "/_next/image?url=%2Ficon.svg&w=640&q=75" }, 404],
  ["data of a page", { path: "/_next/data/x/staff.json" }, 404],
  ["the mailbox of the demonstration", { path: "/dev/mailbox" }, 404],
  [
    "a navigation of a client nobody wrote",
    { path: "/nothing?_rsc=1", headers: { rsc: "1", [STATE]: "{" } },
    400,
  ],
])("%s has every header and a sentence", async (_what, sending, status) => {
  const ours = sending.method === undefined ? {} : { origin: app.url };
  const answer = await send(app.url, { ...sending, headers: { ...ours, ...sending.headers } });
  expect(answer.status).toBe(status);
  expectGuarded(answer);
  expect(answer.headers["cache-control"]).toBe("no-store");
  expect(answer.text.length).toBeGreaterThan(8);
  expect(answer.text).not.toMatch(/\bat \S+ \(|node_modules|Error:/);
});

test("the pages of people who ask carry no script and may run none", async () => {
  for (const path of ["/", "/my", "/nothing"]) {
    const page = await send(app.url, { path, headers: HTML });
    expect(page.text).not.toMatch(/<script|as="script"/);
    expect(page.text).toContain("</html>");
    expect(policyOf(page)).toContain("script-src 'none'");
  }
});

test("a page's scripts carry the nonce of its own response", async () => {
  const [first, second] = await Promise.all(
    [1, 2].map(() => send(app.url, { path: "/staff/sign-in", headers: HTML })),
  );
  const nonces = [first, second].map((answer) => /'nonce-([^']+)'/.exec(policyOf(answer))?.[1]);
  expect(nonces[0]).not.toBe(nonces[1]);
  const scripts = [...(first?.text ?? "").matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
  expect(scripts.length).toBeGreaterThan(3);
  expect(scripts.filter((tag) => !tag.includes(`nonce="${nonces[0]}"`))).toEqual([]);
  expect(policyOf(first)).not.toMatch(/unsafe|https?:|\*/);
});

test("only what the build has named after its content may be kept", async () => {
  const [chunk] = readdirSync(".next/static/chunks").filter((name) => name.endsWith(".js"));
  const answer = await send(app.url, { path: `/_next/static/chunks/${chunk}` });
  expect(answer.status).toBe(200);
  expect(answer.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
  expectGuarded(answer);
});

test("the log has one line of JSON for each request, and no query", async () => {
  const before = lines().length;
  await send(app.url, { path: "/nothing?who=canary%40example.org" });
  await send(app.url, { path: "/c/canary-token-0123456789", headers: HTML });
  await until(() => lines().length >= before + 2);
  const written = lines().slice(before);
  expect(written.map(({ path }) => path)).toEqual(["/nothing", "/c/[token]"]);
  expect(app.log()).not.toContain("canary");
});

function lines(): { path?: string }[] {
  return app
    .log()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { path?: string });
}

async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 50 && !done(); tries += 1) await new Promise((later) => setTimeout(later, 50));
}

function policyOf(answer: Answer | undefined): string {
  return String(answer?.headers["content-security-policy"]);
}

function expectGuarded({ headers }: Answer): void {
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": expect.stringContaining("camera=()"),
    "content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
  });
  expect(headers["x-powered-by"]).toBeUndefined();
  expect(headers["access-control-allow-origin"]).toBeUndefined();
}
