import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PostgresError } from "./postgres-error";

export const LOGINS = ["postgres", "habeas_owner", "habeas_app", "habeas_auditor"] as const;

/** The passwords of the embedded PostgreSQL: one per login, generated, in files only their owner can read. */
export type Passwords = Readonly<Record<(typeof LOGINS)[number], string>>;

/** Makes the files that are not there yet. */
export function makePasswords(folder: string): Passwords {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const login of LOGINS) {
    const file = join(folder, login);
    if (!existsSync(file))
      writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600, flag: "wx" });
  }
  return readPasswords(folder);
}

/** @throws PostgresError when a file is missing or can be read by others */
export function readPasswords(folder: string): Passwords {
  const read = (login: string) => {
    const file = join(folder, login);
    if (!existsSync(file)) {
      throw new PostgresError(
        `The password file ${file} of the database is missing. Restore it from your backup.`,
      );
    }
    if ((statSync(file).mode & 0o077) !== 0) {
      throw new PostgresError(`The password file ${file} can be read by others. Run: chmod 600 ${file}`);
    }
    return readFileSync(file, "utf8").trim();
  };
  return Object.fromEntries(LOGINS.map((login) => [login, read(login)])) as Passwords;
}
