import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { logWhenDone } from "@/lib/server/access-log";
import { bodyLimit, hasBody, holdBody, isUpload, passBody } from "@/lib/server/body-limit";
import { answerClientError } from "@/lib/server/client-error";
import { contentSecurityPolicy, forceHeaders, securityHeaders, stripHeaders } from "@/lib/server/headers";
import { isFromOurPages, isOurHost } from "@/lib/server/host";
import { drain, listen } from "@/lib/server/listening";
import { describeError, logger, requestFacts } from "@/lib/server/log";
import { type Handler, startNext } from "@/lib/server/next-app";
import { showNoPage } from "@/lib/server/no-page";
import { truePeer, trustOnly } from "@/lib/server/peer";
import { type FrontRefusal, refusalPage, sendRefusal, sendRefusalUnread } from "@/lib/server/refusal";
import { isScriptFree, leaveOutScripts } from "@/lib/server/script-free";
import { decodedPath } from "@/lib/server/target";
import { type TypedForm, typedForm } from "@/lib/server/typed-form";
import { sayWhatIsUnsaid } from "@/lib/server/unsaid";

export interface FrontOptions {
  /** 0 takes any free port */
  readonly port: number;
  readonly host: string;
  /** the public origin, the only one links, Host and Origin are measured against */
  readonly baseUrl: string;
  /** addresses and networks whose X-Forwarded-For is believed */
  readonly trustedProxies: readonly string[];
  /** whether the pages under /dev exist */
  readonly demo: boolean;
  /** the folder that holds `.next`; the working directory when left out */
  readonly dir?: string;
  /** what answers in the place of Next */
  readonly handler?: Handler;
}

export interface Front {
  /** where it listens, which behind a proxy is not the public origin */
  readonly url: string;
  /** Stops listening, lets requests under way finish (8 s), and closes what is left. */
  close(): Promise<void>;
}

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Everything that changes something is a route handler under /api. A page would answer any method, and a form sent to
 * one reaches the machinery of server actions, which nothing here uses.
 */
const CHANGING_PATHS = "/api/";

/** Monitors and load balancers ask these by address; they answer the same whatever the Host. */
const ANY_HOST = new Set(["/api/health", "/api/ready"]);

/** Responses in which the front answered while a handler was still reading. */
const refusedMidway = new WeakSet<ServerResponse>();

/** A body that passes became too large: the answer says so, unless the handler has answered; nothing more is read. */
function stopReading(request: IncomingMessage, response: ServerResponse, refuse: () => void): void {
  if (response.headersSent) {
    request.socket.pause();
    setTimeout(() => request.socket.destroy(), 1_000).unref();
    return;
  }
  refusedMidway.add(response);
  refuse();
}

/**
 * Starts the HTTP front: what stands between a socket and Next. It settles who is at the other end, refuses what is
 * not a request to this installation, holds bodies to their limit, and puts the security headers on every response.
 * @throws the error of `listen` (EADDRINUSE, EACCES) when the port cannot be had
 */
export async function startFront(options: FrontOptions): Promise<Front> {
  const next =
    options.handler === undefined ? await startNext(new URL(options.baseUrl), options.dir) : undefined;
  const handler = options.handler ?? next?.handler;
  if (handler === undefined) throw new Error("The front has nothing to serve.");
  const base = new URL(options.baseUrl);
  const https = base.protocol === "https:";
  const trust = trustOnly(options.trustedProxies);

  async function answer(
    request: IncomingMessage,
    response: ServerResponse,
    requestId: string,
  ): Promise<void> {
    const nonce = randomBytes(16).toString("base64");
    const path = decodedPath(request.url ?? "");
    const scriptFree = isScriptFree(path ?? "/");
    const policy = contentSecurityPolicy(nonce, https, scriptFree);
    const peer = truePeer(request, trust);
    const limit = bodyLimit(path ?? "/");
    let typed: TypedForm | undefined;
    const page = (refusal: FrontRefusal) =>
      refusalPage(
        refusal,
        request.headers,
        nonce,
        { origin: base.origin, kilobytes: Math.floor(limit / 1024) },
        typed,
      );
    logWhenDone(request, response);
    sayWhatIsUnsaid(response, page, () => typed !== undefined);
    forceHeaders(response, (status) => ({
      ...securityHeaders({ path: path ?? "/", status, policy, https }),
      "X-Request-Id": requestId,
      ...(server.listening ? {} : { Connection: "close" }),
    }));
    const refuse = (refusal: FrontRefusal): void => sendRefusalUnread(response, page(refusal));

    const refusal = refusalOf(request, path);
    if (refusal !== undefined)
      return hasBody(request) ? refuse(refusal) : sendRefusal(response, page(refusal));
    const held = isUpload(path ?? "/")
      ? passBody(request, response, limit, () => stopReading(request, response, () => refuse("tooLarge")))
      : await holdBody(request, response, limit, {
          whole: (body) => {
            typed = typedForm(request, path ?? "/", body);
          },
        });
    if (held === "cut-off") return;
    if (held === "too-slow") return refuse("tooSlow");
    if (held === "too-many") return refuse("unavailable");
    if (held === "too-large") return refuse("tooLarge");

    stripHeaders(request.headers);
    Object.assign(request.headers, {
      host: base.host,
      "x-forwarded-host": base.host,
      "x-forwarded-proto": base.protocol.slice(0, -1),
      "x-forwarded-port": base.port || (https ? "443" : "80"),
      "x-forwarded-for": peer,
      "x-habeas-peer": peer,
      "x-request-id": requestId,
      "x-nonce": nonce,
      // A header holds ASCII alone; an address, anything.
      "x-habeas-path": encodeURI(path ?? "/"),
      "content-security-policy": policy,
    });
    if (scriptFree && request.method === "GET") {
      leaveOutScripts(request, response);
      if (handler) showNoPage(request, response, handler);
    }
    try {
      await handler?.(request, response);
    } catch (thrown) {
      logger.error({ error: describeError(thrown) }, "the handler threw");
      // Who was told that the body is too large still has to read it.
      if (refusedMidway.has(response)) return;
      if (response.headersSent) response.destroy();
      else sendRefusal(response, page("fault"));
    }
  }

  function begin(request: IncomingMessage, response: ServerResponse): void {
    const requestId = randomUUID();
    requestFacts.run({ requestId }, () => {
      answer(request, response, requestId).catch((thrown: unknown) => {
        logger.error({ error: describeError(thrown) }, "the front threw");
        response.destroy();
      });
    });
  }

  function refusalOf(request: IncomingMessage, path: string | undefined): FrontRefusal | undefined {
    const method = request.method ?? "";
    if (!METHODS.has(method)) return "method";
    if (path === undefined) return "target";
    if (!ANY_HOST.has(path) && !isOurHost(request, base)) return "host";
    if (path.startsWith("/_next/") && !path.startsWith("/_next/static/")) return "notFound";
    if (!options.demo && (path === "/dev" || path.startsWith("/dev/"))) return "notFound";
    if (!READING.has(method) && !path.startsWith(CHANGING_PATHS)) return "method";
    if (!READING.has(method) && !isFromOurPages(request, base)) return "origin";
    if ((request.headers.expect ?? "100-continue").toLowerCase() !== "100-continue") return "expectation";
    if ((request.headers["content-encoding"] ?? "identity") !== "identity") return "encoding";
    return undefined;
  }

  const server = createServer(
    {
      headersTimeout: 10_000,
      // As long as 20 MB may take from a phone; a body that is held has less (lib/server/body-limit.ts).
      requestTimeout: 600_000,
      connectionsCheckingInterval: 2_000,
      keepAliveTimeout: 65_000,
      requireHostHeader: false,
      shouldUpgradeCallback: () => false,
    },
    begin,
  );
  server.on("checkContinue", begin);
  server.on("checkExpectation", begin);
  server.on("clientError", (error: NodeJS.ErrnoException, socket) =>
    answerClientError(error, socket as Socket, base),
  );
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${options.host.includes(":") ? `[${options.host}]` : options.host}:${port}`,
    close: async () => {
      await drain(server, 8_000);
      await next?.close();
    },
  };
}
