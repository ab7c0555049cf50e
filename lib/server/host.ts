import type { IncomingMessage } from "node:http";

/**
 * Whether the request names the host this installation is configured to answer as: one Host header, equal to the
 * host of `base` (a default port may be written or left out).
 */
export function isOurHost(request: IncomingMessage, base: URL): boolean {
  const hosts = request.headersDistinct.host ?? [];
  const host = hosts[0];
  if (hosts.length !== 1 || host === undefined || !/^[A-Za-z0-9.:[\]-]+$/.test(host)) return false;
  const named = `${base.protocol}//${host}`;
  return URL.canParse(named) && new URL(named).host === base.host;
}

/**
 * Whether a request that changes something comes from our own pages. A browser tells in `Origin`, in
 * `Sec-Fetch-Site`, or in both (`Origin: null` says nothing); one of them must say so, and neither may deny it.
 */
export function isFromOurPages(request: IncomingMessage, base: URL): boolean {
  const origin = request.headers.origin;
  const site = request.headers["sec-fetch-site"];
  if (origin !== undefined && origin !== "null" && origin !== base.origin) return false;
  if (site === "cross-site" || site === "same-site") return false;
  return origin === base.origin || site === "same-origin";
}
