import { IncomingMessage, type ServerResponse } from "node:http";
import type { Handler } from "@/lib/server/next-app";

/** An address that no page has: what Next makes for it is our page for nothing (app/not-found.tsx). */
const NOWHERE = "/-/-/-/-/-";

/** What Next sends where a page says notFound(): a document that is empty until its scripts have run. */
const BLANK = /<html[^>]*\bid="__next_error__"/;

/**
 * Answers with our page for nothing where a page says that there is none: Next has then made nothing but an empty
 * document, with the right status. What it made is held back, and the page is asked for. For pages without scripts, which
 * are whole when they come (lib/server/script-free.ts).
 */
export function showNoPage(request: IncomingMessage, response: ServerResponse, handler: Handler): void {
  const { writeHead, write, end, flushHeaders } = response;
  const parts: Buffer[] = [];
  const held = () =>
    !response.headersSent &&
    response.statusCode === 404 &&
    /^text\/html\b/.test(String(response.getHeader("content-type") ?? ""));
  const letThrough = () => Object.assign(response, { writeHead, write, end, flushHeaders });

  response.writeHead = function headOrNothing(this: ServerResponse, ...given: unknown[]) {
    if (typeof given[0] === "number") response.statusCode = given[0];
    return held() ? response : Reflect.apply(writeHead, this, given);
  } as typeof response.writeHead;
  response.flushHeaders = function flushOrNothing(this: ServerResponse) {
    if (!held()) Reflect.apply(flushHeaders, this, []);
  };
  response.write = function partOrNothing(this: ServerResponse, ...given: unknown[]) {
    if (!held()) return Reflect.apply(write, this, given);
    parts.push(bytes(given[0]));
    for (const argument of given) if (typeof argument === "function") argument();
    return true;
  } as typeof response.write;
  response.end = function endOrOurPage(this: ServerResponse, ...given: unknown[]) {
    if (!held()) return Reflect.apply(end, this, given);
    const done = given.filter((argument) => typeof argument === "function");
    const html = Buffer.concat([...parts, bytes(given[0])]);
    letThrough();
    if (!BLANK.test(html.toString("utf8"))) return response.end(html, ...(done as []));
    for (const then of done) response.once("finish", then as () => void);
    // Next listens to it a second time.
    response.setMaxListeners(2 * response.getMaxListeners());
    handler(sameRequestTo(NOWHERE, request), response).catch((thrown: unknown) =>
      response.destroy(thrown as Error),
    );
    return response;
  } as typeof response.end;
}

/** A request as this one, without a body, to another of our addresses. Next keeps its own notes on the first one. */
function sameRequestTo(url: string, { socket, headers, rawHeaders }: IncomingMessage): IncomingMessage {
  const request = new IncomingMessage(socket);
  Object.assign(request, { method: "GET", url, headers, rawHeaders, httpVersion: "1.1", complete: true });
  request.push(null);
  return request;
}

function bytes(chunk: unknown): Buffer {
  if (typeof chunk === "string") return Buffer.from(chunk, "utf8");
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.alloc(0);
}
