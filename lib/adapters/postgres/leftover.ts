import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PostgresError } from "./postgres-error";
import { commandOf } from "./system-user";

const PATIENCE_MS = 30_000;

/** The PostgreSQL that still runs on a data folder, by its process id; undefined when none does. */
export function runningOn(folder: string): number | undefined {
  const file = join(folder, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [first, dataFolder] = readFileSync(file, "utf8").split("\n");
  const pid = Number(first);
  if (!Number.isInteger(pid) || pid < 2 || !dataFolder) return undefined;
  const command = commandOf(pid);
  return command?.includes("postgres") && command.includes(dataFolder) ? pid : undefined;
}

/**
 * Stops a PostgreSQL that outlived the process that had started it (killed with -9), so that there is never a second
 * one on the same folder. The caller has made sure that no living Habeas uses the folder.
 * @returns true when one was found and has ended cleanly
 */
export async function stopLeftover(folder: string): Promise<boolean> {
  const pid = runningOn(folder);
  if (pid === undefined) {
    // Its number may meanwhile belong to another program, which PostgreSQL would take for itself.
    rmSync(join(folder, "postmaster.pid"), { force: true });
    return false;
  }
  process.kill(pid, "SIGINT");
  for (const began = Date.now(); runningOn(folder) !== undefined; await wait(50)) {
    if (Date.now() - began > PATIENCE_MS) {
      throw new PostgresError(
        `A PostgreSQL from an earlier run (process ${pid}) still uses ${folder} and does not stop. Stop it by hand.`,
      );
    }
  }
  return true;
}
