import { execFile } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { type Binaries, MAJOR_VERSION } from "./binaries";
import { PostgresError } from "./postgres-error";
import { giveTo, type SystemUser } from "./system-user";

const run = promisify(execFile);

/** True when the folder holds a data folder that this PostgreSQL can open; false when there is nothing yet. */
export function holdsCluster(folder: string, user: SystemUser): boolean {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return false;
  const versionFile = join(folder, "PG_VERSION");
  if (!existsSync(versionFile)) {
    throw new PostgresError(
      `${folder} is not empty and holds no PostgreSQL data. Move it away, or set HABEAS_VAR to another folder.`,
    );
  }
  const version = readFileSync(versionFile, "utf8").trim();
  if (version !== MAJOR_VERSION) {
    throw new PostgresError(
      `${folder} was made by PostgreSQL ${version}; Habeas brings PostgreSQL ${MAJOR_VERSION}. Open it with the version that made it, or set HABEAS_VAR to another folder.`,
    );
  }
  const owner = statSync(folder).uid;
  const expected = user?.uid ?? process.getuid?.();
  if (expected !== undefined && owner !== expected) {
    throw new PostgresError(
      `${folder} belongs to another user (number ${owner}). Run Habeas as the user that made it, or set HABEAS_VAR to another folder.`,
    );
  }
  return true;
}

/** Makes a new data folder. It appears under its name only when it is complete. */
export async function makeCluster(
  binaries: Binaries,
  folder: string,
  options: { readonly user: SystemUser; readonly password: string; readonly durable: boolean },
): Promise<void> {
  const { user, password, durable } = options;
  mkdirSync(dirname(folder), { recursive: true });
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(user, unfinished);
  const secret = mkdtempSync(join(tmpdir(), "habeas-"));
  giveTo(user, secret);
  const passwordFile = join(secret, "password");
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    giveTo(user, passwordFile);
    await run(
      binaries.initdb,
      [
        `--pgdata=${unfinished}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--locale=C",
        "--builtin-locale=C.UTF-8",
        ...(durable ? [] : ["--no-sync"]),
      ],
      { ...user, cwd: "/", env: { ...process.env, LC_ALL: "C", LC_MESSAGES: "C", TZ: "UTC" } },
    );
  } catch (error) {
    throw new PostgresError(`The database folder ${folder} could not be made: ${lastLines(String(error))}`);
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
  renameSync(unfinished, folder);
}

/** The end of a longer output, for a sentence. */
export function lastLines(text: string, count = 6): string {
  return text.trim().split("\n").slice(-count).join("\n");
}
