/**
 * `npm run -s recover-administrator -- EMAIL`: for an administrator who lost everything and has no colleague who could
 * reset the sign-in. Prints a link that works once, within a day. With the embedded database the desk has to be stopped.
 */
import { recoverAdministrator } from "@/lib/commands/access/recover-administrator";
import { Refused } from "@/lib/domain/kernel/refusal";
import { ConfigurationError, ownProblems } from "@/lib/env";
import { StartError } from "@/lib/server/start-error";
import { Stopping } from "@/lib/server/stopping";
import { configuredDatabase, leaveDatabase, prepareInstallation, setupContext } from "./installation";
import { say, sentenceOf } from "./terminal";

async function main(stopping: Stopping): Promise<void> {
  const [email = "", ...others] = process.argv.slice(2);
  if (email === "" || others.length > 0) {
    throw new StartError("Say whose sign-in: npm run -s recover-administrator -- name@example.org");
  }
  const problems = ownProblems([]);
  if (problems.length > 0) throw new ConfigurationError(problems);
  await prepareInstallation(await configuredDatabase(stopping));
  const { url } = await recoverAdministrator(setupContext(), { email }).catch(inWords);
  await leaveDatabase();
  say("The old sign-in does not work any more. Open this link once, within a day, to choose a new one:\n");
  process.stdout.write(`  ${url}\n`);
  say("\nStart Habeas with npm start, if it does not run.");
}

function inWords(error: unknown): never {
  if (!(error instanceof Refused)) throw error;
  const sentences: Partial<Record<string, string>> = {
    not_found: "No administrator has this address.",
    bad_input: "This is not the address of an account that can be opened again.",
  };
  throw new StartError(sentences[error.refusal.code] ?? error.message);
}

const stopping = new Stopping();
main(stopping)
  .then(() => stopping.stop(0))
  .catch((error) => {
    if (stopping.isStopping) return;
    say(sentenceOf(error));
    void stopping.stop(1);
  });
