import { frontForEachTest, OURS, seen, startTestFront } from "../../support/front";
import { send, sendBytes } from "../../support/http";

const front = frontForEachTest();

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
    const behind = await startTestFront({ trustedProxies: ["127.0.0.1", "10.0.0.0/8"] });
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
    const demo = await startTestFront({ demo: true });
    const answer = await send(demo.url, { path: "/dev/mailbox", headers: OURS });
    await demo.close();
    expect(answer.status).toBe(200);
  });
});
