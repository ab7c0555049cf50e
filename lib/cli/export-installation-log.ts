/**
 * `npm run -s export-installation-log > installation.jsonl`: the log of what belongs to no single organisation (sign-ins,
 * accounts, keys, authorities), for `npm run -s audit-verify`. With the embedded database the desk has to be stopped.
 */
import { once } from "node:events";
import { exportInstallationEvents } from "@/lib/commands/audit/export-installation-events";
import { ConfigurationError, ownProblems } from "@/lib/env";
import { StartError } from "@/lib/server/start-error";
import { Stopping } from "@/lib/server/stopping";
import { configuredDatabase, leaveDatabase, prepareInstallation, setupContext } from "./installation";
import { say, sentenceOf } from "./terminal";

async function main(stopping: Stopping): Promise<void> {
  if (process.argv.length > 2) {
    throw new StartError("It takes nothing: npm run -s export-installation-log > installation.jsonl");
  }
  const problems = ownProblems([]);
  if (problems.length > 0) throw new ConfigurationError(problems);
  await prepareInstallation(await configuredDatabase(stopping));
  for await (const chunk of (await exportInstallationEvents(setupContext())).chunks) {
    if (!process.stdout.write(chunk)) await once(process.stdout, "drain");
  }
  await leaveDatabase();
}

const stopping = new Stopping();
main(stopping)
  .then(() => stopping.stop(0))
  .catch((error) => {
    if (stopping.isStopping) return;
    say(sentenceOf(error));
    void stopping.stop(1);
  });
