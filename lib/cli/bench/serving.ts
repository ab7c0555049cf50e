import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { freePort } from "@/lib/adapters/free-port";
import { servingEnvironment } from "@/lib/env";
import { launchServingProcess } from "@/lib/server/serving-process";
import { StartError } from "@/lib/server/start-error";
import { BENCH_FOLDER } from "./installation";

/** Something that serves, in a process of its own. */
export type Served = { readonly url: string; stop(): Promise<void> };

/** A limit that nothing here reaches. */
const MOST = "100000000";

async function settingsFor(databaseUrl: string): Promise<Readonly<Record<string, string>>> {
  const port = await freePort();
  return {
    ...{ DATABASE_URL: databaseUrl, PORT: String(port), BASE_URL: `http://localhost:${port}` },
    // Mail is sent by a worker, which here would only compete for the processor.
    PROCESS: "web",
    // The bench is the reverse proxy in front: every filing comes from another peer, as in real use.
    TRUSTED_PROXIES: "127.0.0.1",
    ...{ LIMITS_FILING_PEER: MOST, LIMITS_DRAFT_PEER: MOST, LIMITS_DRAFT_STEP_PEER: MOST },
  };
}

/** Starts Habeas itself, as `npm start` does, without a worker. */
export async function serveHabeas(databaseUrl: string): Promise<Served> {
  const settings = await settingsFor(databaseUrl);
  const serving = launchServingProcess(join(BENCH_FOLDER, "habeas.log"));
  await serving.serve(settings);
  return { url: settings.BASE_URL as string, stop: serving.stop };
}

/** Starts the bare application behind the same front. */
export async function serveBare(databaseUrl: string): Promise<Served> {
  const settings = await settingsFor(databaseUrl);
  const child = spawn(process.execPath, ["--import", "tsx", resolve("lib/cli/bench/bare-server.ts")], {
    detached: true,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: servingEnvironment({ NODE_ENV: "production" }),
  });
  const ended = once(child, "exit");
  child.send(settings);
  const first = await Promise.race([once(child, "message"), ended.then(() => undefined)]);
  if (first === undefined) throw new StartError("The bare application could not be served.");
  return {
    url: settings.BASE_URL as string,
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
