import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { securityHeaders } from "@/lib/server/headers";
import { logger } from "@/lib/server/log";
import { type FrontRefusal, refusalPage } from "@/lib/server/refusal";

const REFUSALS: Readonly<Record<string, FrontRefusal>> = {
  HPE_HEADER_OVERFLOW: "headersTooLarge",
  ERR_HTTP_REQUEST_TIMEOUT: "tooSlow",
};

/** Answers what the parser could not read or would not wait for. There is no request to look at, only a socket. */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket, base: URL): void {
  const begun =
    (socket as { _httpMessage?: { headersSent: boolean } | null })._httpMessage?.headersSent ?? false;
  if (!socket.writable || begun || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const page = refusalPage(REFUSALS[error.code ?? ""] ?? "malformed", {}, "", {
    origin: base.origin,
    kilobytes: 0,
  });
  const https = base.protocol === "https:";
  const headers = {
    ...securityHeaders({
      path: "/",
      status: page.status,
      policy: "default-src 'none'; frame-ancestors 'none'",
      https,
    }),
    "Content-Type": page.type,
    "Content-Length": String(Buffer.byteLength(page.body)),
    Connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  logger.info({ status: page.status, code: error.code }, "not a request");
  socket.end(
    `HTTP/1.1 ${page.status} ${STATUS_CODES[page.status] ?? ""}\r\n${lines.join("")}\r\n${page.body}`,
  );
}
