import type { IncomingHttpHeaders, OutgoingHttpHeaders, ServerResponse } from "node:http";

/** What only a proxy of ours or Next itself may say. It never gets in from outside. */
const STRIPPED_PREFIXES = [
  "x-forwarded",
  "x-middleware-",
  "x-next",
  "x-prerender-",
  "x-invoke-",
  "x-habeas-",
  "x-original-",
  "x-rewrite-",
];
const STRIPPED = new Set([
  "forwarded",
  "x-real-ip",
  "x-client-ip",
  "x-cluster-client-ip",
  "true-client-ip",
  "cf-connecting-ip",
  "fastly-client-ip",
  "x-host",
  "x-now-route-matches",
  "x-matched-path",
  "x-http-method",
  "x-http-method-override",
  "x-method-override",
  "x-request-id",
  "x-nonce",
  "next-resume",
  "next-action",
  "content-security-policy",
  "content-security-policy-report-only",
  "upgrade",
]);

/** Removes the headers that would be believed further in. */
export function stripHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) {
    if (STRIPPED.has(name) || STRIPPED_PREFIXES.some((prefix) => name.startsWith(prefix)))
      delete headers[name];
  }
}

/**
 * The policy of every page: what we ship ourselves and nothing else. Scripts need this response's nonce, which Next
 * reads from the same header on the request; a page without scripts may run none.
 */
export function contentSecurityPolicy(nonce: string, https: boolean, scriptFree = false): string {
  return [
    "default-src 'self'",
    scriptFree ? "script-src 'none'" : `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(https ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

const SAME_ON_EVERY_RESPONSE = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Origin-Agent-Cluster": "?1",
  "X-Permitted-Cross-Domain-Policies": "none",
  "Permissions-Policy":
    "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), encrypted-media=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-create=(self), publickey-credentials-get=(self), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()",
};

/** `/c/TOKEN`, of a requester's link, and `/staff/join/c/TOKEN`. */
const MAILED_TOKEN = /\/c\/[^/]+$/;

export interface ResponseFacts {
  /** the decoded path, or "/" where there is none */
  readonly path: string;
  readonly status: number;
  readonly policy: string;
  readonly https: boolean;
}

/** The headers of one response, whatever its status. */
export function securityHeaders({ path, status, policy, https }: ResponseFacts): Record<string, string> {
  const buildFile = path.startsWith("/_next/static/") && (status === 200 || status === 206 || status === 304);
  return {
    ...SAME_ON_EVERY_RESPONSE,
    "Content-Security-Policy": policy,
    // no-referrer turns the Origin of a plain form into null: only the redirect away from a mailed token has it.
    "Referrer-Policy": MAILED_TOKEN.test(path) ? "no-referrer" : "same-origin",
    ...(https ? { "Strict-Transport-Security": "max-age=63072000" } : {}),
    ...(buildFile ? {} : { "Cache-Control": "no-store" }),
  };
}

/** A policy that a route may put in the place of ours: one that starts from nothing. */
const NARROWER = /^(?:sandbox|default-src 'none')(?:;|$)/;

/**
 * Puts `headersFor(status)` on the response at the last moment, so that neither a page nor Next can leave one out or
 * weaken it. A route's own policy stays when it starts from nothing.
 */
export function forceHeaders(
  response: ServerResponse,
  headersFor: (status: number) => Record<string, string>,
): void {
  const writeHead = response.writeHead.bind(response);
  const forced = (status: number, reason?: string | Given, given?: Given): ServerResponse => {
    setAll(response, typeof reason === "string" ? given : reason);
    const own = response.getHeader("content-security-policy");
    for (const [name, value] of Object.entries(headersFor(status))) response.setHeader(name, value);
    if (typeof own === "string" && NARROWER.test(own)) response.setHeader("Content-Security-Policy", own);
    return typeof reason === "string" ? writeHead(status, reason) : writeHead(status);
  };
  response.writeHead = forced as typeof response.writeHead;
}

type Given = OutgoingHttpHeaders | readonly unknown[];

function setAll(response: ServerResponse, given: Given | undefined): void {
  const pairs: [unknown, unknown][] = [];
  if (isList(given)) {
    const flat = given.flat();
    for (let at = 0; at + 1 < flat.length; at += 2) pairs.push([flat[at], flat[at + 1]]);
  } else if (given !== undefined) pairs.push(...Object.entries(given));
  for (const [name, value] of pairs) {
    if (value !== undefined && value !== null) response.setHeader(String(name), value as string | string[]);
  }
}

function isList(given: Given | undefined): given is readonly unknown[] {
  return Array.isArray(given);
}
