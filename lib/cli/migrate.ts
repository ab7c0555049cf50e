/** `npm run migrate`: brings an external database up to date, with DATABASE_OWNER_URL; for those who keep it from `npm start`. */
import { migrate } from "@/lib/db/migrate";
import { QUEUES } from "@/lib/db/queues";
import { ConfigurationError, ownProblems, readEnv } from "@/lib/env";
import { say, sentenceOf } from "./terminal";

async function main(): Promise<void> {
  const problems = ownProblems(["DATABASE_OWNER_URL"]);
  if (problems.length > 0) throw new ConfigurationError(problems);
  const applied = await migrate({
    ownerUrl: readEnv().DATABASE_OWNER_URL ?? "",
    queues: QUEUES,
    progress: say,
  });
  say(
    applied.length === 0
      ? "The database was up to date."
      : `Applied ${applied.length}. The database is up to date.`,
  );
}

main().catch((error) => {
  say(sentenceOf(error));
  process.exitCode = 1;
});
