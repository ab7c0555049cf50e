import type { IncomingMessage } from "node:http";
import { type Front, type FrontOptions, startFront } from "@/lib/server/front";
import { logger } from "@/lib/server/log";
import type { Answer } from "./http";

/** The origin the fronts of these tests answer as. */
export const ORIGIN = "https://desk.example";
export const OURS = { host: "desk.example", origin: ORIGIN };

export interface Seen {
  readonly url: string | undefined;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** What got as far as a handler, since the test began. */
export const seen: Seen[] = [];

/** A front with a handler in the place of Next that notes what it sees; some paths make it misbehave. */
export async function startTestFront(options: Partial<FrontOptions> = {}): Promise<Front> {
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
      if (request.url === "/download") {
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
      }
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

/** For the top of a test file: a fresh front for each test. Its `url` can be read inside a test. */
export function frontForEachTest(): Pick<Front, "url"> {
  let front: Front | undefined;
  beforeEach(async () => {
    logger.level = "silent";
    seen.length = 0;
    front = await startTestFront();
  });
  afterEach(() => front?.close());
  return {
    get url() {
      if (front === undefined) throw new Error("The front is there inside a test.");
      return front.url;
    },
  };
}

/** Every header that every response has. */
export function expectGuarded(answer: Answer): void {
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
