import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GET } from "@/app/dev/mailbox/route";
import { createMailer } from "@/lib/adapters/mail";
import { startMailCatcher } from "@/lib/adapters/mail-catcher";
import { setEnv } from "@/lib/env";

const BASE = "http://localhost:3000";
const HOSTILE = `<img src=x onerror="fetch('//evil.test')"><script>1</script>`;

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "habeas-var-"));
  setEnv({ HABEAS_DEMO: "1", HABEAS_VAR: folder, BASE_URL: BASE });
});

afterAll(async () => {
  setEnv({ HABEAS_DEMO: undefined, HABEAS_VAR: undefined, BASE_URL: undefined });
  await rm(folder, { recursive: true });
});

const get = (query = "") => GET(new Request(`${BASE}/dev/mailbox${query}`));

test("an empty mailbox says so", async () => {
  expect(await (await get()).text()).toContain("No mail has been sent yet.");
});

test("mails are listed newest first and shown harmlessly, with links to the portal only", async () => {
  const catcher = await startMailCatcher({ port: 0, folder: join(folder, "mailbox") });
  const mailer = createMailer({
    smtpUrl: `smtp://127.0.0.1:${catcher.port}?tls=none`,
    from: "desk@desk.test",
  });
  const mail = { to: "ann@example.org", html: `<p>${HOSTILE}</p>`, language: "en" };
  const text = `${HOSTILE}\n${BASE}/c/abc_-1\nhttps://evil.test/x\njavascript:alert(1)`;
  await mailer.send({ ...mail, messageId: "<1@desk.test>", subject: "First", text });
  await mailer.send({ ...mail, messageId: "<2@desk.test>", subject: HOSTILE, text });
  mailer.close();
  await catcher.close();

  const response = await get();
  expect(response.headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
  const list = await response.text();
  expect(list).not.toContain("<script");
  expect(list).not.toContain("<img");
  expect(list.indexOf("&lt;img src=x")).toBeLessThan(list.indexOf("First"));

  const [, query] = /href="\/dev\/mailbox(\?mail=[^"]+)">First/.exec(list) ?? [];
  const shown = await (await get(query)).text();
  expect([...shown.matchAll(/<a href="([^"]+)"/g)].map(([, address]) => address)).toEqual([
    "/dev/mailbox",
    `${BASE}/c/abc_-1`,
  ]);
  expect(shown).not.toContain("<script");
  expect(shown).toMatch(
    /<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="&lt;!doctype/,
  );
});

test.each(["../../etc/passwd", "..%2F..%2Fpackage.json", "1.eml", "1795417200000-000001-0a1b2c3d.eml"])(
  "there is no mail %s",
  async (name) => {
    expect((await get(`?mail=${name}`)).status).toBe(404);
  },
);

test("outside the demonstration there is no mailbox", async () => {
  setEnv({ HABEAS_DEMO: undefined });
  expect((await get()).status).toBe(404);
  setEnv({ HABEAS_DEMO: "1" });
});
