/**
 * The process that serves: pages (PROCESS=web), jobs (worker) or both (all). Started by lib/server/serving-process.ts;
 * it holds the app role's credentials and no others.
 */
import { closeDb } from "@/lib/db/client";
import { closeSender } from "@/lib/db/enqueue";
import { readEnv } from "@/lib/env";
import { startFront } from "./front";
import { startPart } from "./parts";
import { portSentence } from "./port";
import type { ServingMessage } from "./serving-process";
import { Stopping } from "./stopping";

async function main(stopping: Stopping): Promise<void> {
  const env = readEnv();
  await stopping.start(
    "The database",
    async () => ({ closeSender, closeDb }),
    async (database) => {
      await database.closeSender();
      await database.closeDb();
    },
  );
  if (env.PROCESS !== "web") {
    await stopping.start(
      "The worker",
      () => startPart("lib/jobs/worker.ts", "startWorker"),
      (worker) => worker?.stop(),
    );
  }
  if (env.PROCESS === "worker") return tell({});
  const front = await stopping.start(
    "The web server",
    () =>
      startFront({
        port: env.PORT,
        host: env.HOST,
        baseUrl: env.BASE_URL,
        trustedProxies: env.TRUSTED_PROXIES,
        demo: env.HABEAS_DEMO,
      }),
    (part) => part.close(),
  );
  tell({ url: front.url });
}

function tell(message: ServingMessage): void {
  process.send?.(message);
}

const stopping = new Stopping();
main(stopping).catch((error) => {
  if (stopping.isStopping) return;
  const { HOST, PORT } = readEnv();
  tell({ failure: portSentence(error, HOST, PORT) });
  void stopping.stop(1);
});
