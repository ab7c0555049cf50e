import type { ServerResponse } from "node:http";
import type { FrontRefusal, RefusalPage } from "@/lib/server/refusal";

const SENTENCES: Readonly<Record<number, FrontRefusal>> = {
  400: "malformed",
  404: "notFound",
  405: "method",
  413: "tooLarge",
  500: "fault",
};

/** What Next sends for a fault while rendering: a page that is blank until its scripts have run. */
const BLANK_PAGE = /^text\/html/;

/**
 * Puts our sentence where Next answers without one: an error of a route handler has no body at all, and a page that
 * throws is empty to a reader without JavaScript.
 * @param page makes the answer for a refusal
 * @param formHeld whether a form came that can be given back to be sent again
 */
export function sayWhatIsUnsaid(
  response: ServerResponse,
  page: (refusal: FrontRefusal) => RefusalPage,
  formHeld: () => boolean = () => false,
): void {
  const { writeHead, write, end } = response;
  let said: RefusalPage | undefined;
  response.writeHead = function writeHeadOrSay(this: ServerResponse, ...given: [number, ...unknown[]]) {
    const refusal = unsaid(response, given[0]) ?? losing(response, given[0], formHeld);
    response.removeHeader(FORM_KEPT);
    if (refusal !== undefined) {
      said = page(refusal);
      response.removeHeader("content-encoding");
      response.setHeader("Content-Type", said.type);
      response.setHeader("Content-Length", Buffer.byteLength(said.body));
    }
    return Reflect.apply(writeHead, this, given);
  } as typeof response.writeHead;
  response.write = function writeOrSay(this: ServerResponse, ...given: unknown[]) {
    return said === undefined ? Reflect.apply(write, this, given) : true;
  } as typeof response.write;
  response.end = function endOrSay(this: ServerResponse, ...given: unknown[]) {
    // Left to itself, `end` sends the head from inside, too late to change what follows it.
    if (
      !response.headersSent &&
      (unsaid(response, response.statusCode) || losing(response, response.statusCode, formHeld))
    )
      response.writeHead(response.statusCode);
    return Reflect.apply(end, this, said === undefined ? given : [said.body, "utf8"]);
  } as typeof response.end;
}

function unsaid(response: ServerResponse, status: number): FrontRefusal | undefined {
  const type = response.getHeader("content-type");
  const blank = type === undefined || (status === 500 && BLANK_PAGE.test(String(type)));
  return blank ? SENTENCES[status] : undefined;
}

/** A route says with it that its own page holds what was typed. */
const FORM_KEPT = "x-habeas-form-kept";

/** Whether the answer is that nothing can be taken just now, on a page that would lose what was typed. */
function losing(response: ServerResponse, status: number, formHeld: () => boolean): FrontRefusal | undefined {
  const kept = response.getHeader(FORM_KEPT) !== undefined;
  return status === 503 && !kept && formHeld() ? "unavailable" : undefined;
}
