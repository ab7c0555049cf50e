import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { frontForEachTest, ORIGIN, OURS, seen } from "../../support/front";
import { send, sendBytes } from "../../support/http";

const front = frontForEachTest();

setFlagsFromString("--expose_gc");
const collect = runInNewContext("gc") as () => void;

/** What is really held: pieces that were read and let go are collected first. */
function heldBytes(): number {
  collect();
  return process.memoryUsage().arrayBuffers;
}

describe("bodies", () => {
  const post = { method: "POST", path: "/api/x", headers: OURS };
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
    const before = heldBytes();
    const body = Buffer.alloc(50_000_000, "[");
    const began = performance.now();
    expect((await send(front.url, { ...post, body, chunked })).status).toBe(413);
    expect(performance.now() - began).toBeLessThan(5_000);
    // The body itself and what this client has in its queue of it; a server that held it would make three.
    expect(heldBytes() - before).toBeLessThan(2 * body.length + 20_000_000);
  });

  test("forms of the public and of staff may be larger", async () => {
    for (const path of ["/api/public/x", "/api/staff/x", "/api/%73taff/x"]) {
      const large = await send(front.url, { ...post, path, body: "x".repeat(256 * 1024) });
      const larger = await send(front.url, { ...post, path, body: "x".repeat(256 * 1024 + 1) });
      expect([path, large.status, larger.status]).toEqual([path, 200, 413]);
    }
  });

  test.each([false, true])(
    "with files pass at their paths, and one byte more does not (chunked: %s)",
    async (chunked) => {
      const limit = 32 * 1024 * 1024;
      const upload = { ...post, path: "/api/staff/x/upload", chunked };
      expect((await send(front.url, { ...upload, body: Buffer.alloc(limit) })).status).toBe(200);
      const larger = await send(front.url, { ...upload, body: Buffer.alloc(limit + 1) });
      expect(larger.status).toBe(413);
      expect(larger.text).toContain("at most 32 MB");
      expect(seen).toHaveLength(1);
      for (const path of ["/api/staff/upload", "/api/x/upload", "/staff/x/upload", "/api/staff/x/upload/y"]) {
        expect((await send(front.url, { ...upload, path, body: Buffer.alloc(300_000) })).status).not.toBe(
          200,
        );
      }
    },
  );

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
