/** `npm start`: the real thing. */
import { ConfigurationError, type Env, ownProblems, readEnv } from "@/lib/env";
import { portProblem } from "@/lib/server/port";
import { launchServingProcess } from "@/lib/server/serving-process";
import { StartError } from "@/lib/server/start-error";
import { Stopping } from "@/lib/server/stopping";
import {
  configuredDatabase,
  firstAdministratorLink,
  leaveDatabase,
  prepareInstallation,
} from "./installation";
import { say, sentenceOf } from "./terminal";

async function main(stopping: Stopping): Promise<void> {
  const problems = ownProblems(["SMTP_URL", "MAIL_FROM"]);
  if (problems.length > 0) throw new ConfigurationError(problems);
  const env = readEnv();
  if (env.PROCESS !== "worker") await refuseBusyPort(env);
  const urls = await configuredDatabase(stopping);
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

const stopping = new Stopping();
main(stopping).catch((error) => {
  if (stopping.isStopping) return;
  say(sentenceOf(error));
  void stopping.stop(1);
});
