import type { IncomingMessage, ServerResponse } from "node:http";
import en from "@/lib/i18n/messages/en/front.json";
import sv from "@/lib/i18n/messages/sv/front.json";

import { formAgain, type TypedForm } from "@/lib/server/typed-form";

/** Why the front itself answers, and with which status. */
const STATUS = {
  target: 400,
  malformed: 400,
  origin: 403,
  notFound: 404,
  method: 405,
  tooSlow: 408,
  tooLarge: 413,
  encoding: 415,
  expectation: 417,
  host: 421,
  headersTooLarge: 431,
  fault: 500,
  unavailable: 503,
} as const;

const TEXTS = { sv, en };

export type FrontRefusal = keyof typeof STATUS;

export interface RefusalPage {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** What a sentence may name. */
export interface RefusalFacts {
  readonly origin: string;
  readonly kilobytes: number;
}

/**
 * The answer to a request the front refuses: a small page for a browser, JSON for anything else, in the first of our
 * languages that `Accept-Language` names.
 * @param nonce the response's nonce, for the page's few lines of style
 * @param typed the form that could not be taken, to be sent again from the page
 */
export function refusalPage(
  refusal: FrontRefusal,
  headers: IncomingMessage["headers"],
  nonce: string,
  facts: RefusalFacts,
  typed?: TypedForm,
): RefusalPage {
  const language =
    chosenLanguage(headers.cookie ?? "") ?? preferredLanguage(headers["accept-language"] ?? "");
  const texts = TEXTS[language];
  const sentence = texts[refusal]
    .replace("{origin}", facts.origin)
    .replace("{size}", sizeText(facts.kilobytes));
  const status = STATUS[refusal];
  if (!headers.accept?.includes("text/html")) {
    return {
      status,
      type: "application/json; charset=utf-8",
      body: JSON.stringify({ error: refusal, title: texts.title, message: sentence, issues: [] }),
    };
  }
  const again = refusal === "fault" || refusal === "unavailable" ? typed : undefined;
  const body = `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.title}</title>
<meta name="robots" content="noindex">
<style nonce="${nonce}">:root{color-scheme:light dark}body{font:1.125rem/1.5 system-ui,sans-serif;max-width:36rem;margin:3rem auto;padding:0 1rem}button{font:inherit;font-weight:600;min-height:2.75rem;padding:.5rem 1.25rem}</style>
</head>
<body>
<main>
<h1>${texts.title}</h1>
<p>${sentence}</p>
${again ? `<p>${texts.kept}</p>\n${formAgain(again, texts.again)}` : ""}
<p><a href="${facts.origin}/">${texts.home}</a></p>
</main>
</body>
</html>
`;
  return { status, type: "text/html; charset=utf-8", body };
}

/** The same in both languages. */
function sizeText(kilobytes: number): string {
  return kilobytes < 1024 ? `${kilobytes} kB` : `${Math.floor(kilobytes / 1024)} MB`;
}

/** The language somebody chose on our pages (lib/i18n/language.ts). */
function chosenLanguage(cookies: string): keyof typeof TEXTS | undefined {
  const chosen = /(?:^|;\s*)habeas\.lang=(sv|en)(?:;|$)/.exec(cookies)?.[1];
  return chosen as keyof typeof TEXTS | undefined;
}

function preferredLanguage(accepted: string): keyof typeof TEXTS {
  const wishes = accepted.split(",").map((wish) => {
    const [tag = "", quality] = wish
      .trim()
      .toLowerCase()
      .split(/;\s*q=/);
    return { language: tag.split("-", 1)[0], weight: quality === undefined ? 1 : Number(quality) };
  });
  const swedish = wishes.find(({ language }) => language === "sv")?.weight ?? 0;
  const english = wishes.find(({ language }) => language === "en")?.weight ?? 0;
  return swedish > 0 && swedish >= english ? "sv" : "en";
}

/** Sends the page and ends the response. */
export function sendRefusal(response: ServerResponse, page: RefusalPage): void {
  response.statusCode = page.status;
  response.setHeader("Content-Type", page.type);
  response.setHeader("Content-Length", Buffer.byteLength(page.body));
  if (page.status === 405) response.setHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  response.end(page.body);
}

/**
 * Sends the page to somebody who may still be sending: the answer is complete at once, and the connection stays a
 * moment without being read, since closing it with unread data would take the answer back.
 */
export function sendRefusalUnread(response: ServerResponse, page: RefusalPage, milliseconds = 1000): void {
  response.statusCode = page.status;
  response.setHeader("Content-Type", page.type);
  response.setHeader("Content-Length", Buffer.byteLength(page.body));
  response.setHeader("Connection", "close");
  response.write(page.body);
  const socket = response.socket;
  socket?.pause();
  const close = setTimeout(() => {
    response.end();
    socket?.destroy();
  }, milliseconds);
  socket?.once("close", () => clearTimeout(close));
}
