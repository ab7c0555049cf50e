/**
 * The first thing every npm script runs: `node lib/cli/setup.mjs WHAT [arguments]`. Works on Node >= 20 with nothing
 * installed, puts in place only what is missing (packages, Node 24, database client, build), says so on stderr only,
 * and hands over to the pinned Node 24.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { build, generate } from "./setup/build.mjs";
import { install } from "./setup/install.mjs";
import { alone } from "./setup/lock.mjs";
import { PINNED_NODE, ROOT, signalChildren } from "./setup/run.mjs";
import { SetupError, say } from "./setup/say.mjs";

const TYPESCRIPT = ["--import", "tsx"];
const packageScript = (path) => [join(ROOT, "node_modules", path)];
const script = (name) => [...TYPESCRIPT, join(ROOT, "lib", "cli", name)];

/** What each command needs before it starts, and what it is. */
const COMMANDS = {
  demo: { needs: [install, generate, build], starts: script("demo.ts") },
  start: { needs: [install, generate, build], starts: script("start.ts") },
  bench: { needs: [install, generate, build], starts: script("bench.ts") },
  test: { needs: [install, generate], starts: [join(ROOT, "lib", "cli", "test.mjs")] },
  clock: { needs: [install], starts: script("clock.ts") },
  doctor: { needs: [install, generate], starts: script("doctor.ts") },
  "recover-administrator": { needs: [install, generate], starts: script("recover-administrator.ts") },
  "export-installation-log": { needs: [install, generate], starts: script("export-installation-log.ts") },
  "audit-verify": { needs: [install], starts: script("audit-verify.ts") },
  "setup-database": { needs: [install], starts: script("setup-database.ts") },
  migrate: { needs: [install, generate], starts: script("migrate.ts") },
  build: { needs: [install, generate, build] },
  typecheck: { needs: [install, generate], starts: [...packageScript("typescript/bin/tsc"), "--noEmit"] },
  lint: { needs: [install], starts: [...packageScript("@biomejs/biome/bin/biome"), "check", "."] },
};

/** The signals that end a command, and the exit code each leaves by custom. */
const SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

/** How often it is asked whether npm still lives. */
const WATCH_MS = 500;

let stopping = false;

/** npm that was killed with -9 passes nothing on: its command must not go on without it. */
function stopWithNpm() {
  const npm = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => process.ppid !== npm && process.kill(process.pid, "SIGTERM"), WATCH_MS).unref();
}

/** Starts the command under Node 24 and ends as it ends. It learns of our death through the closed channel. */
function handOver(args) {
  const child = spawn(PINNED_NODE, args, {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  for (const signal of Object.keys(SIGNALS)) {
    process.removeAllListeners(signal);
    process.on(signal, () => child.kill(signal));
  }
  child.on("error", (error) => {
    say(`Node 24 could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? SIGNALS[signal] ?? 1;
    if (child.connected) child.disconnect();
  });
}

async function main() {
  const [what = "", ...args] = process.argv.slice(2);
  const command = COMMANDS[what];
  if (command === undefined)
    throw new SetupError(`There is no command "${what}". There are: ${Object.keys(COMMANDS).join(", ")}.`);
  if (Number(process.versions.node.split(".")[0]) < 20) {
    throw new SetupError(`Habeas needs Node 20 or later to set itself up; this is ${process.version}.`);
  }
  if (process.platform === "win32")
    throw new SetupError("Habeas runs on Linux and macOS; on Windows inside WSL.");
  for (const signal of Object.keys(SIGNALS)) {
    process.on(signal, () => {
      stopping = true;
      process.exitCode = SIGNALS[signal];
      signalChildren("SIGTERM");
    });
  }
  stopWithNpm();
  process.chdir(ROOT);
  await alone(async () => {
    for (const need of command.needs) if (!stopping) await need();
  });
  if (command.starts !== undefined && !stopping) handOver([...command.starts, ...args]);
}

main().catch((error) => {
  if (!stopping) say(error instanceof SetupError ? error.message : (error.stack ?? String(error)));
  process.exitCode ||= 1;
});
