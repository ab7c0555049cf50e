/** `npm start`: the real thing. */
import { ConfigurationError, type Env, isSet, ownProblems, readEnv } from "@/lib/env";
import { type DatabaseUrls, startClaimedDatabase } from "@/lib/server/database";
import { portProblem } from "@/lib/server/port";
import { launchServingProcess } from "@/lib/server/serving-process";
import { StartError } from "@/lib/server/start-error";
import { Stopping } from "@/lib/server/stopping";
import { firstAdministratorLink, leaveDatabase, prepareInstallation } from "./installation";
import { say, sentenceOf } from "./terminal";

async function main(stopping: Stopping): Promise<void> {
  const problems = ownProblems(["SMTP_URL", "MAIL_FROM"]);
  if (problems.length > 0) throw new ConfigurationError(problems);
  const env = readEnv();
  if (env.PROCESS !== "worker") await refuseBusyPort(env);
  const urls = await database(stopping, env);
  const serving = await stopping.start(
    "The serving process",
    async () => launchServingProcess(),
    (part) => part.stop(),
  );
  await prepareInstallation(urls);
  const link = env.PROCESS === "worker" ? undefined : await firstAdministratorLink();
  await leaveDatabase();
  const url = await serving.serve({ DATABASE_URL: urls.app, HABEAS_DEMO: undefined });
  if (link !== undefined) {
    say(
      `Nobody can sign in yet. Open this link once, within a day, to become the first administrator:\n\n  ${link}\n`,
    );
  }
  say(
    url === undefined
      ? "The worker is running."
      : `Habeas answers at ${url} and is known as ${env.BASE_URL}.`,
  );
  say("Ctrl-C stops it.");
  const sentence = await serving.ended;
  if (!stopping.isStopping) throw new StartError(sentence);
}

async function refuseBusyPort({ HOST, PORT }: Env): Promise<void> {
  const problem = await portProblem(HOST, PORT);
  if (problem !== undefined) throw new StartError(problem);
}

async function database(stopping: Stopping, env: Env): Promise<DatabaseUrls> {
  if (isSet("DATABASE_URL")) {
    return { app: env.DATABASE_URL, owner: env.DATABASE_OWNER_URL, auditor: env.DATABASE_AUDITOR_URL };
  }
  return startClaimedDatabase(stopping, { folder: env.HABEAS_VAR, keep: true, durable: true });
}

const stopping = new Stopping();
main(stopping).catch((error) => {
  if (stopping.isStopping) return;
  say(sentenceOf(error));
  void stopping.stop(1);
});
