import { expectGuarded, frontForEachTest, OURS, seen, startTestFront } from "../../support/front";
import { send, sendBytes } from "../../support/http";

const front = frontForEachTest();

describe("headers", () => {
  test.each([
    ["a page", { path: "/", headers: OURS }, 200],
    ["a foreign host", { path: "/", headers: { host: "evil.example" } }, 421],
    [
      "a form from elsewhere",
      { method: "POST", path: "/api/x", headers: { ...OURS, origin: "https://evil.example" } },
      403,
    ],
    ["the image optimizer", { path: "/_next/image?url=%2Fa.png&w=64&q=75", headers: OURS }, 404],
    ["a path that does not decode", { path: "/%E0%A4", headers: OURS }, 400],
    ["a thrown error", { path: "/throws", headers: OURS }, 500],
    ["an error without a body", { path: "/empty-fault", headers: OURS }, 500],
    ["a page that loosens them", { path: "/loose", headers: OURS }, 200],
    ["a missing build file", { path: "/_next/static/%2e%2e", headers: OURS }, 400],
  ])("are on %s", async (_what, sending, status) => {
    const answer = await send(front.url, sending);
    expect(answer.status).toBe(status);
    expectGuarded(answer);
  });

  test("are on an answer to what is not HTTP", async () => {
    const answer = await sendBytes(front.url, "GARBAGE\r\n\r\n");
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toContain("X-Content-Type-Options: nosniff");
    expect(answer).toContain("Content-Security-Policy: default-src 'none'");
    expect(answer).toContain("cannot be read");
  });

  test("give each response its own nonce, the same to Next and to the browser", async () => {
    const first = await send(front.url, {
      path: "/staff",
      headers: { ...OURS, "content-security-policy": "script-src 'nonce-chosen'" },
    });
    const second = await send(front.url, { path: "/staff", headers: OURS });
    expect(seen[0]?.headers["content-security-policy"]).toBe(first.headers["content-security-policy"]);
    expect(first.headers["content-security-policy"]).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{22}=='/);
    expect(first.headers["content-security-policy"]).not.toBe(second.headers["content-security-policy"]);
    expect(first.headers["content-security-policy"]).not.toContain("unsafe");
  });

  test("let a route narrow the policy, build files be cached, and a mailed token send no referrer", async () => {
    const download = await send(front.url, { path: "/download", headers: OURS });
    expect(download.headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
    const file = await send(front.url, { path: "/_next/static/chunks/a.js", headers: OURS });
    expect(file.headers["cache-control"]).toBeUndefined();
    for (const path of ["/c/abc", "/staff/join/c/abc"]) {
      expect((await send(front.url, { path, headers: OURS })).headers["referrer-policy"]).toBe("no-referrer");
    }
  });

  test("name no HSTS without TLS", async () => {
    const plain = await startTestFront({ baseUrl: "http://localhost:3000" });
    const answer = await send(plain.url, { headers: { host: "localhost:3000" } });
    await plain.close();
    expect(answer.status).toBe(200);
    expect(answer.headers["strict-transport-security"]).toBeUndefined();
    expect(answer.headers["content-security-policy"]).not.toContain("upgrade-insecure-requests");
  });
});
