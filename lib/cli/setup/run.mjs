import { spawn } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, dirname, join, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { SetupError } from "./say.mjs";

/** The checkout: everything the set-up touches is inside. */
export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");

/** Node 24 as pinned in package-lock.json; exists once the packages are installed. */
export const PINNED_NODE = join(ROOT, "node_modules", "node", "bin", "node");

const running = new Set();

/** Passes a signal on to what the set-up runs at the moment. */
export function signalChildren(signal) {
  for (const child of running) child.kill(signal);
}

/** What every child sees: no telemetry, no update notices, whatever the machine's own settings are. */
function quietEnvironment() {
  return {
    ...process.env,
    NEXT_TELEMETRY_DISABLED: "1",
    CHECKPOINT_DISABLE: "1",
    PRISMA_HIDE_UPDATE_MESSAGE: "1",
    npm_config_loglevel: "error",
    npm_config_update_notifier: "false",
    npm_config_audit: "false",
    npm_config_fund: "false",
  };
}

/**
 * Runs a program to its end. Its output is kept and shown only when it fails.
 * @param {string} program
 * @param {string[]} args
 * @param {{failure: string, env?: Record<string, string | undefined>}} options `failure` is the sentence for a person
 * @returns {Promise<void>}
 */
export function run(program, args, { failure, env = {} }) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...quietEnvironment(), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output = [];
    running.add(child);
    child.stdout.on("data", (chunk) => output.push(chunk));
    child.stderr.on("data", (chunk) => output.push(chunk));
    child.on("error", (error) => {
      running.delete(child);
      fail(new SetupError(`${failure} (${error.message})`));
    });
    child.on("close", (code, signal) => {
      running.delete(child);
      if (code === 0) done();
      else
        fail(
          new SetupError(
            `${Buffer.concat(output).toString("utf8").trimEnd()}\n\n${failure} (${signal ?? `exit code ${code}`})`,
          ),
        );
    });
  });
}

/** Runs a script of an installed package under the pinned Node. */
export function runPinned(script, args, options) {
  return run(PINNED_NODE, [join(ROOT, "node_modules", script), ...args], options);
}

/**
 * npm as the machine has it. The checkout's own node_modules/.bin is taken off the path, because npm would
 * otherwise run on the Node that it is about to replace.
 */
export function runNpm(args, options) {
  const ownBin = join(ROOT, "node_modules");
  const path = (process.env.PATH ?? "")
    .split(delimiter)
    .filter((entry) => entry !== "" && !resolve(entry).startsWith(ownBin + sep));
  const environment = { ...options.env, PATH: path.join(delimiter) };
  const caller = process.env.npm_execpath ?? "";
  const node = path.map((entry) => join(entry, "node")).find(isExecutable);
  if (/npm-cli\.c?js$/.test(caller) && existsSync(caller) && node !== undefined) {
    return run(node, [caller, ...args], { ...options, env: environment });
  }
  return run("npm", args, { ...options, env: environment });
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
