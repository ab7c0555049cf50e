import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

/** Where scripts are of use: the desk. What people who ask see works without any. */
const WITH_SCRIPTS = /^\/(?:staff|dev|api|_next)(?:\/|$)/;

/** Whether a page carries no script at all, and may run none. @param path decoded */
export function isScriptFree(path: string): boolean {
  return !WITH_SCRIPTS.test(path);
}

/**
 * Every script of a page, and what announces one. In what Next renders, text and attributes have no bare "<" or ">", so
 * that these tags are only ever its own.
 */
const SCRIPTS = /<script\b[^>]*>[\s\S]*?<\/script>|<link\b[^>]*\bas="script"[^>]*>/g;

export function withoutScripts(html: string): string {
  return html.replace(SCRIPTS, "");
}

/**
 * Leaves the scripts out of the page that answers, which would only make static text "interactive": a phone has 130 kB
 * less to load and run, and a page without scripts can be told to run none (script-src 'none'). Since the page has to be
 * whole and readable for that, it is also compressed here and not by Next.
 */
export function leaveOutScripts(request: IncomingMessage, response: ServerResponse): void {
  const { writeHead, write, end } = response;
  const gzip = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
  request.headers["accept-encoding"] = "identity";
  const parts: Buffer[] = [];
  let page: boolean | undefined;

  response.writeHead = function headOfPage(this: ServerResponse, ...given: unknown[]) {
    page ??= isPage(response);
    if (page) {
      response.removeHeader("Content-Length");
      response.setHeader("Vary", "Accept-Encoding");
      if (gzip) response.setHeader("Content-Encoding", "gzip");
    }
    return Reflect.apply(writeHead, this, given);
  } as typeof response.writeHead;

  response.write = function partOfPage(this: ServerResponse, ...given: unknown[]) {
    if (!response.headersSent) response.writeHead(response.statusCode);
    if (!page) return Reflect.apply(write, this, given);
    parts.push(bytesOf(given));
    for (const argument of given) if (typeof argument === "function") argument();
    return true;
  } as typeof response.write;

  response.end = function endOfPage(this: ServerResponse, ...given: unknown[]) {
    if (!response.headersSent) response.writeHead(response.statusCode);
    if (!page) return Reflect.apply(end, this, given);
    parts.push(bytesOf(given));
    const html = withoutScripts(Buffer.concat(parts).toString("utf8"));
    const done = given.find((argument) => typeof argument === "function");
    return Reflect.apply(end, this, [gzip ? gzipSync(html) : html, ...(done ? [done] : [])]);
  } as typeof response.end;
}

function isPage(response: ServerResponse): boolean {
  const type = String(response.getHeader("content-type") ?? "");
  return /^text\/html\b/.test(type) && response.getHeader("content-encoding") === undefined;
}

function bytesOf([chunk, encoding]: readonly unknown[]): Buffer {
  if (typeof chunk === "string")
    return Buffer.from(chunk, typeof encoding === "string" ? (encoding as BufferEncoding) : "utf8");
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0);
}
