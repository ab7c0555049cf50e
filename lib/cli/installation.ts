import { inviteFirstAdministrator } from "@/lib/commands/access/invite-first-administrator";
import type { InstallationCtx } from "@/lib/commands/context";
import { closeDb } from "@/lib/db/client";
import { closeSender } from "@/lib/db/enqueue";
import { prepareKeys } from "@/lib/db/key-check";
import { migrate, missingMigrations } from "@/lib/db/migrate";
import { QUEUES } from "@/lib/db/queues";
import { isSet, readEnv, setEnv } from "@/lib/env";
import { type DatabaseUrls, startClaimedDatabase } from "@/lib/server/database";
import { StartError } from "@/lib/server/start-error";
import type { Stopping } from "@/lib/server/stopping";
import { installData } from "./install-data";
import { say } from "./terminal";

/** The context of what is done at the console, before anybody can sign in. */
export function setupContext(): InstallationCtx {
  return { actor: { kind: "setup" }, now: () => new Date(), language: "en", baseUrl: readEnv().BASE_URL };
}

/**
 * Brings a database to what this version serves from: schema and queues, key files, calendars and authorities.
 * From then on this process's `db()` is that database, as the app role.
 * @throws StartError, MigrationError, KeyFileError with a sentence for the person at the terminal
 */
export async function prepareInstallation(
  { app, owner }: DatabaseUrls,
  progress: (line: string) => void = say,
): Promise<void> {
  if (owner === undefined) await refuseMissing(app);
  else await migrate({ ownerUrl: owner, queues: QUEUES, progress });
  const { KEY_DIR } = readEnv();
  if (await prepareKeys(app, KEY_DIR)) {
    progress(
      `New key files are in ${KEY_DIR}. Back them up apart from the database: without them nothing can be read.`,
    );
  }
  setEnv({ DATABASE_URL: app });
  await installData(setupContext());
}

/** The database of a command at the console: the external one that is set, or the embedded one, which it starts. */
export async function configuredDatabase(stopping: Stopping): Promise<DatabaseUrls> {
  const env = readEnv();
  if (isSet("DATABASE_URL")) {
    return { app: env.DATABASE_URL, owner: env.DATABASE_OWNER_URL, auditor: env.DATABASE_AUDITOR_URL };
  }
  return startClaimedDatabase(stopping, { folder: env.HABEAS_VAR, keep: true, durable: true });
}

/** Lets go of the database, so that what serves is the only one that holds it. */
export async function leaveDatabase(): Promise<void> {
  await closeSender();
  await closeDb();
}

/** The one-time link for the first administrator; undefined when somebody can sign in. */
export async function firstAdministratorLink(): Promise<string | undefined> {
  return (await inviteFirstAdministrator(setupContext()))?.url;
}

/** Without the owner's connection nothing can be changed: makes sure that nothing has to be. */
async function refuseMissing(appUrl: string): Promise<void> {
  const missing = await missingMigrations(appUrl);
  if (missing.length === 0) return;
  throw new StartError(
    `The database lacks ${missing.join(", ")}. Run npm run migrate with DATABASE_OWNER_URL set, or set it for this start.`,
  );
}
