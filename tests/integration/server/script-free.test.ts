/** Public pages carry no script; everything else of the answer stays as it was. */
import { gunzipSync } from "node:zlib";
import { logger } from "@/lib/server/log";
import { withoutScripts } from "@/lib/server/script-free";
import { OURS, startTestFront } from "../../support/front";
import { send } from "../../support/http";

const SCRIPT = `<script nonce="x">self.__next_f.push([1,"a \\u003cscript> b"])</script>`;
const PRELOAD = `<link rel="preload" as="script" href="/_next/static/chunks/a.js"/>`;
const STYLE = `<link rel="stylesheet" href="/_next/static/chunks/a.css"/>`;
const TEXT = "<p>åäö &lt;script&gt;alert(1)&lt;/script&gt;</p>";
const PAGE = `<!doctype html><html><head>${STYLE}${PRELOAD}<script src="/a.js" async=""></script></head><body>${TEXT}${SCRIPT}</body></html>`;
const LEFT = `<!doctype html><html><head>${STYLE}</head><body>${TEXT}</body></html>`;

beforeAll(() => {
  logger.level = "silent";
});

async function answerAt(path: string, headers = {}, type = "text/html; charset=utf-8") {
  const front = await startTestFront({
    handler: async (_request, response) => {
      response.setHeader("Content-Type", type);
      response.flushHeaders();
      const bytes = Buffer.from(PAGE);
      // Cut within a character and within a tag.
      const middle = bytes.indexOf("ö") + 1;
      response.write(bytes.subarray(0, 70));
      response.write(bytes.subarray(70, middle));
      response.end(bytes.subarray(middle));
    },
  });
  try {
    return await send(front.url, { path, headers: { ...OURS, ...headers } });
  } finally {
    await front.close();
  }
}

test("a public page has its scripts left out, is whole, and may run none", async () => {
  const answer = await answerAt("/kommunen/request/rights");
  expect(answer.text).toBe(LEFT);
  expect(answer.headers["content-security-policy"]).toContain("script-src 'none'");
  expect(withoutScripts(PAGE)).toBe(LEFT);
});

test("a browser that takes it compressed gets it so", async () => {
  const answer = await answerAt("/kommunen", { "accept-encoding": "gzip, br" });
  expect(answer.headers["content-encoding"]).toBe("gzip");
  expect(answer.headers.vary).toBe("Accept-Encoding");
  expect(gunzipSync(answer.bytes).toString()).toBe(LEFT);
});

test("the desk keeps its scripts, with the nonce of the answer; what is no page is left alone", async () => {
  const desk = await answerAt("/staff/sign-in");
  expect(desk.text).toBe(PAGE);
  expect(desk.headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-/);
  const data = await answerAt("/kommunen", {}, "text/x-component");
  expect(data.text).toBe(PAGE);
});
