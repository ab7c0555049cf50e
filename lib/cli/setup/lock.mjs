import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./run.mjs";
import { say } from "./say.mjs";

const FILE = join(ROOT, "var", "setup.lock");

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** The process that holds the lock, or undefined when nobody does or the holder died without letting go. */
function holder() {
  try {
    const pid = Number(readFileSync(FILE, "utf8"));
    return Number.isInteger(pid) && pid > 0 && isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

function take() {
  mkdirSync(join(ROOT, "var"), { recursive: true });
  if (holder() === undefined) rmSync(FILE, { force: true });
  try {
    writeFileSync(FILE, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/**
 * Runs `work` while no other set-up of this checkout runs: two commands started at the same time must not install
 * or build over each other.
 * @param {() => Promise<void>} work
 */
export async function alone(work) {
  for (let attempt = 0; !take(); attempt += 1) {
    if (attempt === 1)
      say(`Another command (process ${holder()}) is setting up this folder; waiting for it …`);
    await new Promise((resume) => setTimeout(resume, 500));
  }
  try {
    await work();
  } finally {
    rmSync(FILE, { force: true });
  }
}
