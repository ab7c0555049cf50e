import type { IncomingMessage, ServerResponse } from "node:http";
import { captureConsole } from "@/lib/server/log";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface NextApp {
  readonly handler: Handler;
  close(): Promise<void>;
}

/**
 * Loads the production build. What Next prints goes to the log.
 * @param base the public origin, which becomes the origin of every `request.url`
 * @param dir the folder that holds `.next`; the working directory when left out
 */
export async function startNext(base: URL, dir?: string): Promise<NextApp> {
  const giveBackConsole = captureConsole();
  const { default: next } = await import("next");
  const port = Number(base.port || (base.protocol === "https:" ? 443 : 80));
  const app = next({ dev: false, hostname: base.hostname, port, ...(dir === undefined ? {} : { dir }) });
  await app.prepare();
  const handle = app.getRequestHandler();
  const { parseAndValidateFlightRouterState: readRouterState } = await import(
    "next/dist/server/app-render/parse-and-validate-flight-router-state"
  );
  return {
    handler: async (request, response) => {
      // What Next's client says of its place in the site; Next answers 500 to one it cannot read.
      try {
        readRouterState(request.headers["next-router-state-tree"]);
      } catch {
        response.statusCode = 400;
        response.end();
        return;
      }
      await handle(request, response);
    },
    close: async () => {
      await app.close();
      giveBackConsole();
    },
  };
}
