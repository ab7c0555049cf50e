/**
 * The process that serves: pages (PROCESS=web), jobs (worker) or both (all). Started by lib/server/serving-process.ts;
 * it holds the app role's credentials and no others.
 */
import { once } from "node:events";
import { createMailer } from "@/lib/adapters/mail";
import { closeDb } from "@/lib/db/client";
import { closeSender } from "@/lib/db/enqueue";
import { ConfigurationError, type Env, ownProblems, readEnv, setEnv } from "@/lib/env";
import { startWorker } from "@/lib/jobs/worker";
import { type Front, startFront } from "./front";
import { describeError, logger } from "./log";
import { portSentence } from "./port";
import type { ServingMessage } from "./serving-process";
import { Stopping } from "./stopping";

/** Leaves the parent time to stop the database within its own. */
const DEADLINE_MS = 7_500;

async function main(stopping: Stopping): Promise<void> {
  const settings = firstMessage();
  // Loaded while the parent prepares the database.
  await import("next");
  setEnv(await settings);
  const env = readEnv();
  logger.level = env.LOG_LEVEL;
  await stopping.start(
    "The database",
    async () => ({ closeSender, closeDb }),
    async (database) => {
      await database.closeSender();
      await database.closeDb();
    },
  );
  const serving = await stopping.start(
    "Serving",
    async () => ({
      front: env.PROCESS === "worker" ? undefined : await startFrontOf(env),
      worker: env.PROCESS === "web" ? undefined : await startMailingWorker(env),
    }),
    ({ front, worker }) => Promise.all([front?.close(), worker?.stop()]),
  );
  tell(serving.front === undefined ? {} : { url: serving.front.url });
}

function startFrontOf({ PORT, HOST, BASE_URL, TRUSTED_PROXIES, HABEAS_DEMO }: Env): Promise<Front> {
  return startFront({
    ...{ port: PORT, host: HOST, baseUrl: BASE_URL },
    ...{ trustedProxies: TRUSTED_PROXIES, demo: HABEAS_DEMO },
  });
}

/** The worker with the mail server of the settings. */
async function startMailingWorker({ DATABASE_URL, BASE_URL, SMTP_URL, MAIL_FROM }: Env) {
  if (SMTP_URL === undefined || MAIL_FROM === undefined)
    throw new ConfigurationError(ownProblems(["SMTP_URL", "MAIL_FROM"]));
  const mailer = createMailer({ smtpUrl: SMTP_URL, from: MAIL_FROM });
  const worker = await startWorker({
    databaseUrl: DATABASE_URL,
    baseUrl: BASE_URL,
    mailer,
    failed: (job, error) => logger.error({ job, err: describeError(error) }, "a job failed"),
  });
  return {
    stop: async () => {
      await worker.stop();
      mailer.close();
    },
  };
}

/** The settings that only the parent knows, such as where the database is. Until they come, nothing else keeps us. */
async function firstMessage(): Promise<Readonly<Record<string, string | undefined>>> {
  process.channel?.ref();
  const [settings] = await once(process, "message");
  process.channel?.unref();
  return settings;
}

function tell(message: ServingMessage): void {
  process.send?.(message);
}

const stopping = new Stopping(DEADLINE_MS);
main(stopping).catch((error) => {
  if (stopping.isStopping) return;
  const { HOST, PORT } = readEnv();
  tell({ failure: portSentence(error, HOST, PORT) });
  void stopping.stop(1);
});
