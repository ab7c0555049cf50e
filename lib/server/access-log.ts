import type { IncomingMessage, ServerResponse } from "node:http";
import { loggablePath, logger } from "@/lib/server/log";

/** Writes the one line a request leaves in the log, when its response is out or its connection gone. */
export function logWhenDone(request: IncomingMessage, response: ServerResponse): void {
  const { method, url = "" } = request;
  const began = performance.now();
  response.once("close", () => {
    const status = response.statusCode;
    const line = {
      method,
      path: loggablePath(url),
      status,
      ms: Math.round(performance.now() - began),
      ...(response.writableFinished ? {} : { cutOff: true }),
    };
    if (status >= 500) logger.error(line, "request");
    else if (url.startsWith("/_next/static/")) logger.debug(line, "request");
    else logger.info(line, "request");
  });
}
