import type { IncomingMessage, ServerResponse } from "node:http";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface NextApp {
  readonly handler: Handler;
  close(): Promise<void>;
}

/**
 * Loads the production build.
 * @param dir the folder that holds `.next`; the working directory when left out
 */
export async function startNext(dir?: string): Promise<NextApp> {
  const { default: next } = await import("next");
  const app = next({ dev: false, quiet: true, ...(dir === undefined ? {} : { dir }) });
  await app.prepare();
  const handle = app.getRequestHandler();
  return { handler: async (request, response) => void (await handle(request, response)), close: () => app.close() };
}
