import { KeyFileError } from "@/lib/adapters/key-files";
import { PostgresError } from "@/lib/adapters/postgres/postgres-error";
import { MigrationError } from "@/lib/db/migrate/migration-record";
import { ConfigurationError } from "@/lib/env";
import { StartError } from "@/lib/server/start-error";

const EXPECTED = [StartError, ConfigurationError, KeyFileError, MigrationError, PostgresError];

/** A line for the person at the terminal; progress goes to stderr. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** What to print for an error: a sentence where one was written for it, the stack for what nobody foresaw. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (EXPECTED.some((kind) => error instanceof kind)) return error.message;
  const refused = error as NodeJS.ErrnoException;
  if (refused.code === "ECONNREFUSED" || refused.code === "ENOTFOUND") {
    return "The database does not answer. Is it running, and does DATABASE_URL name its address?";
  }
  if (refused.code === "28P01" || refused.code === "28000") {
    return "The database refused the sign-in. Check the user and password in DATABASE_URL and DATABASE_OWNER_URL.";
  }
  if (refused.code === "3D000")
    return "The database server has no database of the name given in DATABASE_URL.";
  return error.stack ?? error.message;
}
