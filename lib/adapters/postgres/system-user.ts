import { execFileSync } from "node:child_process";
import { chownSync, readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { PostgresError } from "./postgres-error";

/** Who PostgreSQL runs as: nothing for an ordinary user (itself), numbers when Habeas runs as root. */
export type SystemUser = { readonly uid: number; readonly gid: number } | undefined;

const NAME = "postgres";

function lookUp(): SystemUser {
  try {
    const number = (flag: string) =>
      Number(execFileSync("id", [flag, NAME], { encoding: "utf8", stdio: "pipe" }));
    return { uid: number("-u"), gid: number("-g") };
  } catch {
    return undefined;
  }
}

/**
 * PostgreSQL refuses to run as root; then it runs as the system user `postgres`, made when there is none.
 * @throws PostgresError when the user cannot be made
 */
export function postgresUser(): SystemUser {
  if (process.getuid?.() !== 0) return undefined;
  const present = lookUp();
  if (present) return present;
  try {
    execFileSync("groupadd", ["--system", NAME], { stdio: "pipe" });
    execFileSync(
      "useradd",
      ["--system", "--gid", NAME, "--no-create-home", "--shell", "/usr/sbin/nologin", NAME],
      {
        stdio: "pipe",
      },
    );
  } catch {
    throw new PostgresError(
      "PostgreSQL does not run as root, and the system user postgres could not be made. Run Habeas as an ordinary user.",
    );
  }
  return lookUp();
}

/** The first folder above `path` that the user may not pass through, or undefined. */
export function closedFolder(path: string, user: SystemUser): string | undefined {
  if (user === undefined) return undefined;
  const parents: string[] = [];
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    parents.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return parents.find((folder) => {
    const { mode, uid, gid } = statSync(folder, { throwIfNoEntry: false }) ?? { mode: 0o777, uid: 0, gid: 0 };
    const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
    return ((mode >> shift) & 1) === 0;
  });
}

/** Hands a file or folder to PostgreSQL's user. */
export function giveTo(user: SystemUser, path: string): void {
  if (user) chownSync(path, user.uid, user.gid);
}

/** The command line of a process, or undefined when there is no such process. */
export function commandOf(pid: number): string | undefined {
  try {
    if (process.platform === "linux")
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8", stdio: "pipe" });
  } catch {
    return undefined;
  }
}
