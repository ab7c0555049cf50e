import type { IncomingMessage } from "node:http";
import { type Front, type FrontOptions, startFront } from "@/lib/server/front";
import { logger } from "@/lib/server/log";
import { type Answer, send, sendBytes } from "../../support/http";

const ORIGIN = "https://desk.example";
const OURS = { host: "desk.example", origin: ORIGIN };

let front: Front;
let seen: { url: string | undefined; headers: IncomingMessage["headers"]; body: string }[];

async function start(options: Partial<FrontOptions> = {}): Promise<Front> {
  return startFront({
    port: 0,
    host: "127.0.0.1",
    baseUrl: ORIGIN,
    trustedProxies: [],
    demo: false,
    handler: async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      seen.push({ url: request.url, headers: request.headers, body: Buffer.concat(parts).toString() });
      if (request.url === "/throws") throw new Error("secret detail");
      if (request.url === "/empty-fault") response.statusCode = 500;
      if (request.url === "/download")
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
      if (request.url === "/loose") {
        response.writeHead(200, {
          "cache-control": "public, s-maxage=1000",
          "content-security-policy": "default-src *",
        });
      }
      response.end(request.url === "/empty-fault" ? undefined : "served");
    },
    ...options,
  });
}

beforeEach(async () => {
  logger.level = "silent";
  seen = [];
  front = await start();
});

afterEach(() => front.close());

function expectGuarded(answer: Answer): void {
  const { headers } = answer;
  expect(headers["content-security-policy"]).toMatch(/frame-ancestors 'none'|^default-src 'none'/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["x-frame-options"]).toBe("DENY");
  expect(headers["referrer-policy"]).toBe("same-origin");
  expect(headers["strict-transport-security"]).toContain("max-age=");
  expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
  expect(headers["cross-origin-resource-policy"]).toBe("same-origin");
  expect(headers["permissions-policy"]).toContain("camera=()");
  expect(headers["cache-control"]).toBe("no-store");
  expect(headers["x-powered-by"]).toBeUndefined();
}

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
    expect(answer).toContain("not a request we can read");
  });

  test("give each response its own nonce, the same to Next and to the browser", async () => {
    const first = await send(front.url, {
      headers: { ...OURS, "content-security-policy": "script-src 'nonce-chosen'" },
    });
    const second = await send(front.url, { headers: OURS });
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
    const link = await send(front.url, { path: "/c/abc", headers: OURS });
    expect(link.headers["referrer-policy"]).toBe("no-referrer");
  });

  test("name no HSTS without TLS", async () => {
    const plain = await start({ baseUrl: "http://localhost:3000" });
    const answer = await send(plain.url, { headers: { host: "localhost:3000" } });
    await plain.close();
    expect(answer.status).toBe(200);
    expect(answer.headers["strict-transport-security"]).toBeUndefined();
    expect(answer.headers["content-security-policy"]).not.toContain("upgrade-insecure-requests");
  });
});

describe("what gets in", () => {
  test("forwarding and internal headers from outside do not", async () => {
    await send(front.url, {
      headers: {
        ...OURS,
        "x-forwarded-for": "203.0.113.9",
        "x-forwarded-host": "evil.example",
        "x-forwarded-proto": "gopher",
        "x-real-ip": "203.0.113.9",
        forwarded: "host=evil.example",
        "true-client-ip": "203.0.113.9",
        "x-habeas-peer": "203.0.113.9",
        "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy",
        "next-resume": "1",
        "next-action": "x",
        "x-nextjs-data": "1",
        "x-http-method-override": "DELETE",
        rsc: "1",
      },
    });
    const headers = seen[0]?.headers ?? {};
    expect(headers["x-habeas-peer"]).toBe("127.0.0.1");
    expect(headers["x-forwarded-for"]).toBe("127.0.0.1");
    expect(headers["x-forwarded-host"]).toBe("desk.example");
    expect(headers["x-forwarded-proto"]).toBe("https");
    expect(headers.rsc).toBe("1");
    const gone = [
      "x-real-ip",
      "forwarded",
      "true-client-ip",
      "x-middleware-subrequest",
      "next-resume",
      "next-action",
      "x-nextjs-data",
      "x-http-method-override",
    ];
    expect(gone.filter((name) => name in headers)).toEqual([]);
  });

  test("what a configured proxy says of the peer does, from the right", async () => {
    const behind = await start({ trustedProxies: ["127.0.0.1", "10.0.0.0/8"] });
    const peers: unknown[] = [];
    for (const claim of [
      "198.51.100.7, 203.0.113.9, 10.1.2.3",
      "2001:db8:1:2:3:4:5:6",
      "garbage",
      "198.51.100.7, not an address",
    ]) {
      await send(behind.url, { headers: { ...OURS, "x-forwarded-for": claim } });
      peers.push(seen.at(-1)?.headers["x-habeas-peer"]);
    }
    await send(behind.url, {
      headers: { ...OURS, "x-forwarded-for": "203.0.113.9" },
      localAddress: "127.0.0.2",
    });
    await behind.close();
    expect(peers).toEqual(["203.0.113.9", "2001:db8:1:2::/64", "127.0.0.1", "127.0.0.1"]);
    expect(seen.at(-1)?.headers["x-habeas-peer"]).toBe("127.0.0.2");
  });

  test.each([
    ["an absolute request line", "GET http://evil.example/ HTTP/1.1\r\nHost: desk.example", 400],
    [
      "an absolute request line with our host",
      "GET https://desk.example/ HTTP/1.1\r\nHost: evil.example",
      400,
    ],
    ["no Host", "GET / HTTP/1.1\r\nAccept: */*", 421],
    ["two Hosts", "GET / HTTP/1.1\r\nHost: desk.example\r\nHost: evil.example", 421],
    ["a Host with credentials", "GET / HTTP/1.1\r\nHost: a@desk.example", 421],
    ["another port", "GET / HTTP/1.1\r\nHost: desk.example:8443", 421],
    ["double slashes", "GET //evil.example/a HTTP/1.1\r\nHost: desk.example", 400],
    ["a backslash", "GET /\\evil.example HTTP/1.1\r\nHost: desk.example", 400],
    ["an encoded slash", "GET /a%2fb HTTP/1.1\r\nHost: desk.example", 400],
    ["a dot segment", "GET /a/%2e%2E/b HTTP/1.1\r\nHost: desk.example", 400],
    ["an encoded NUL", "GET /a%00 HTTP/1.1\r\nHost: desk.example", 400],
    ["an encoded NUL in the query", "GET /a?b=%00 HTTP/1.1\r\nHost: desk.example", 400],
    ["a query that does not decode", "GET /a?b=%zz HTTP/1.1\r\nHost: desk.example", 400],
    ["a method of another protocol", "PROPFIND / HTTP/1.1\r\nHost: desk.example", 405],
    ["TRACE", "TRACE / HTTP/1.1\r\nHost: desk.example", 405],
    ["an expectation", "GET / HTTP/1.1\r\nHost: desk.example\r\nExpect: coffee", 417],
    [
      "a wish to upgrade",
      "GET / HTTP/1.1\r\nHost: evil.example\r\nUpgrade: websocket\r\nConnection: upgrade",
      421,
    ],
    ["headers past all measure", `GET / HTTP/1.1\r\nHost: desk.example\r\nX: ${"x".repeat(20_000)}`, 431],
    [
      "two lengths",
      "POST / HTTP/1.1\r\nHost: desk.example\r\nContent-Length: 1\r\nTransfer-Encoding: chunked",
      400,
    ],
  ])("%s does not", async (_what, head, status) => {
    const answer = await sendBytes(front.url, `${head}\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toMatch(/"message":"[A-Z][^"]+\."/);
    expect(seen).toEqual([]);
  });

  test.each(["DESK.example", "desk.example:443"])("the Host may be written %s", async (host) => {
    expect((await send(front.url, { headers: { host } })).status).toBe(200);
    expect(seen[0]?.headers.host).toBe("desk.example");
  });

  test("a monitor may ask for the health by address", async () => {
    expect((await send(front.url, { path: "/api/health", headers: { host: "127.0.0.1" } })).status).toBe(200);
    expect((await send(front.url, { path: "/api/healthy", headers: { host: "127.0.0.1" } })).status).toBe(
      421,
    );
  });

  test("a wish to upgrade is served as a plain request", async () => {
    const answer = await sendBytes(
      front.url,
      "GET / HTTP/1.1\r\nHost: desk.example\r\nUpgrade: websocket\r\nConnection: upgrade, close\r\nSec-WebSocket-Key: x\r\n\r\n",
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(seen[0]?.headers.upgrade).toBeUndefined();
  });

  test("the developer's pages exist in the demonstration only", async () => {
    expect((await send(front.url, { path: "/dev/mailbox", headers: OURS })).status).toBe(404);
    const demo = await start({ demo: true });
    const answer = await send(demo.url, { path: "/dev/mailbox", headers: OURS });
    await demo.close();
    expect(answer.status).toBe(200);
  });
});

describe("what changes something", () => {
  test.each([
    [{ origin: ORIGIN }, 200],
    [{ origin: ORIGIN, "sec-fetch-site": "same-origin" }, 200],
    [{ origin: ORIGIN, "sec-fetch-site": "none" }, 200],
    [{ origin: "null", "sec-fetch-site": "same-origin" }, 200],
    [{ "sec-fetch-site": "same-origin" }, 200],
    [{}, 403],
    [{ origin: "null" }, 403],
    [{ origin: "https://evil.example" }, 403],
    [{ origin: "https://desk.example.evil.example" }, 403],
    [{ origin: "http://desk.example" }, 403],
    [{ origin: "https://evil.example", "sec-fetch-site": "same-origin" }, 403],
    [{ origin: ORIGIN, "sec-fetch-site": "cross-site" }, 403],
    [{ origin: ORIGIN, "sec-fetch-site": "same-site" }, 403],
    [{ "sec-fetch-site": "none" }, 403],
  ])("comes from our pages: %j -> %i", async (headers, status) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await send(front.url, {
        method,
        path: "/api/x",
        headers: { host: "desk.example", ...headers },
      });
      expect([method, answer.status]).toEqual([method, status]);
    }
    if (status === 403) expect(seen).toEqual([]);
  });

  test("is under /api", async () => {
    for (const path of ["/staff/x", "/", "/api"]) {
      const answer = await send(front.url, { method: "POST", path, headers: OURS });
      expect([path, answer.status]).toEqual([path, 405]);
    }
    expect(seen).toEqual([]);
  });

  test("is refused with a sentence in the reader's language, as page or as JSON", async () => {
    const sending = { method: "POST", path: "/api/x", headers: { host: "desk.example" } };
    const page = await send(front.url, {
      ...sending,
      headers: { ...sending.headers, accept: "text/html,*/*", "accept-language": "sv-SE,sv;q=0.9,en;q=0.8" },
    });
    expect(page.headers["content-type"]).toContain("text/html");
    expect(page.text).toContain('<html lang="sv">');
    expect(page.text).toContain("våra egna sidor");
    const json = await send(front.url, {
      ...sending,
      headers: { ...sending.headers, "accept-language": "en-GB,sv;q=0.2" },
    });
    expect(JSON.parse(json.text)).toEqual({
      error: "origin",
      message: expect.stringContaining("our own pages"),
    });
  });
});

describe("bodies", () => {
  const post = { method: "POST", path: "/api/public/filings", headers: OURS };
  const LIMIT = 64 * 1024;

  test.each([false, true])("arrive whole up to the limit (chunked: %s)", async (chunked) => {
    const body = "å".repeat(LIMIT / 2);
    expect((await send(front.url, { ...post, body, chunked })).status).toBe(200);
    expect(seen[0]?.body).toBe(body);
  });

  test.each([false, true])(
    "one byte more is refused before a handler runs (chunked: %s)",
    async (chunked) => {
      const answer = await send(front.url, { ...post, body: "x".repeat(LIMIT + 1), chunked });
      expect(answer.status).toBe(413);
      expect(answer.text).toContain("at most 64 kB");
      expect(seen).toEqual([]);
    },
  );

  test.each([false, true])("50 MB are refused without being read (chunked: %s)", async (chunked) => {
    const before = process.memoryUsage().arrayBuffers;
    const body = Buffer.alloc(50_000_000, "[");
    const began = performance.now();
    expect((await send(front.url, { ...post, body, chunked })).status).toBe(413);
    expect(performance.now() - began).toBeLessThan(1000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(body.length + 20_000_000);
  });

  test("staff may send more than the public", async () => {
    const body = "x".repeat(200_000);
    expect((await send(front.url, { ...post, path: "/api/staff/x", body })).status).toBe(200);
    expect(
      (await send(front.url, { ...post, path: "/api/staff/x", body: "x".repeat(256 * 1024 + 1) })).status,
    ).toBe(413);
    expect((await send(front.url, { ...post, path: "/api/%73taff/x", body })).status).toBe(200);
    expect(
      (await send(front.url, { ...post, path: "/api/auth/x", body: "x".repeat(16 * 1024 + 1) })).status,
    ).toBe(413);
  });

  test("compressed ones are refused", async () => {
    const answer = await send(front.url, {
      ...post,
      body: "x",
      headers: { ...OURS, "content-encoding": "gzip" },
    });
    expect(answer.status).toBe(415);
    expect(seen).toEqual([]);
  });

  test("are asked for when the client waits to be asked, unless they are too large", async () => {
    const head = (length: number) =>
      `POST /api/x HTTP/1.1\r\nHost: desk.example\r\nOrigin: ${ORIGIN}\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`;
    expect(await sendBytes(front.url, `${head(2)}ok`)).toMatch(
      /^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/,
    );
    expect(await sendBytes(front.url, head(100_000))).toMatch(/^HTTP\/1\.1 413 /);
  });

  test("that stop half way never reach a handler", async () => {
    const cut = new AbortController();
    const half = sendBytes(
      front.url,
      `POST /api/x HTTP/1.1\r\nHost: desk.example\r\nOrigin: ${ORIGIN}\r\nContent-Length: 10\r\n\r\nhalf`,
      { timeout: 300 },
    );
    await expect(half).rejects.toThrow("no end");
    cut.abort();
    expect((await send(front.url, { headers: OURS })).status).toBe(200);
    expect(seen).toHaveLength(1);
  });
});

describe("faults and the end", () => {
  test("a thrown error shows a sentence and no detail", async () => {
    for (const path of ["/throws", "/empty-fault"]) {
      const answer = await send(front.url, { path, headers: { ...OURS, accept: "text/html" } });
      expect(answer.status).toBe(500);
      expect(answer.text).toContain("Something went wrong on our side");
      expect(answer.text).not.toMatch(/secret|at .*\.ts/);
    }
  });

  test("a request under way is finished, an idle connection closed, and nothing new accepted", async () => {
    let release = (): void => undefined;
    const slow = await start({
      handler: (_request, response) =>
        new Promise((resolve) => {
          release = () => {
            response.end("late");
            resolve();
          };
        }),
    });
    const underWay = send(slow.url, { headers: { ...OURS, connection: "keep-alive" } });
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closed = slow.close();
    await expect(send(slow.url, { headers: OURS })).rejects.toThrow("ECONNREFUSED");
    release();
    const answer = await underWay;
    expect(answer.text).toBe("late");
    expect(answer.headers.connection).toBe("close");
    await closed;
  });

  test("a busy port is an error of the caller's", async () => {
    await expect(start({ port: Number(new URL(front.url).port) })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });
});
