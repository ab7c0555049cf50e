/**
 * `npm test [-- --level LEVEL | PATH | other options of jest]`. Runs the checks of the code and every level of tests;
 * the last line is "N passed, N failed". Ends with an error when something failed and when nothing was tested.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, generate } from "./setup/build.mjs";
import { ROOT, signalChildren } from "./setup/run.mjs";
import { SetupError, say } from "./setup/say.mjs";
import { runChecks } from "./test/checks.mjs";
import { countsOf } from "./test/counts.mjs";
import { LEVELS } from "./test/levels.mjs";

const NAMES = Object.keys(LEVELS);

/** What was asked for: the levels to run, and the rest of the line for jest. */
export function parseArguments(args) {
  const levels = [];
  const rest = [];
  const left = args.flatMap((arg) =>
    arg.startsWith("--level=") ? ["--level", arg.slice("--level=".length)] : [arg],
  );
  while (left.length > 0) {
    const arg = left.shift();
    if (arg !== "--level") {
      rest.push(arg);
      continue;
    }
    const level = left.shift() ?? "";
    if (!NAMES.includes(level)) {
      throw new SetupError(`There is no level "${level}". There are: ${NAMES.join(", ")}.`);
    }
    levels.push(level);
  }
  for (const path of rest) {
    const [, level] = /^(?:\.\/)?tests\/([a-z]+)/.exec(path) ?? [];
    if (NAMES.includes(level)) levels.push(level);
  }
  return {
    levels: levels.length > 0 ? [...new Set(levels)] : NAMES,
    rest,
    isWhole: levels.length === 0 && rest.length === 0,
  };
}

let jest;

/** Runs jest over the levels; its own output goes to stderr, its counts come back. */
function runJest(levels, rest) {
  const results = join(ROOT, "var", "test", `results-${process.pid}.json`);
  mkdirSync(join(ROOT, "var", "test"), { recursive: true });
  const args = ["--json", "--outputFile", results, ...rest, "--selectProjects", ...levels];
  jest = spawn(process.execPath, [join(ROOT, "node_modules", "jest", "bin", "jest.js"), ...args], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      NODE_OPTIONS: "--experimental-vm-modules --disable-warning=ExperimentalWarning",
      NEXT_TELEMETRY_DISABLED: "1",
    },
  });
  return new Promise((done) => {
    jest.once("exit", (code) => {
      done(countsOf(readResults(results), code, rest.length === 0));
      rmSync(results, { force: true });
    });
  });
}

function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

function stopOnSignals() {
  const stop = (signal) => {
    signalChildren("SIGTERM");
    jest?.kill("SIGTERM");
    say(`Stopped by ${signal}.`);
    process.exit(143);
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));
  process.on("disconnect", () => stop("the end of npm"));
  process.channel?.unref();
}

async function main() {
  stopOnSignals();
  const { levels, rest, isWhole } = parseArguments(process.argv.slice(2));
  await generate();
  const checks = isWhole ? await runChecks() : { passed: 0, failed: 0 };
  if (levels.some((level) => LEVELS[level].needs === "build")) await build();
  say(`Running ${levels.join(", ")} …`);
  const tests = await runJest(levels, rest);
  const passed = checks.passed + tests.passed;
  const failed = checks.failed + tests.failed;
  if (passed + failed === 0) say("No test was run.");
  process.exitCode = failed > 0 || tests.passed === 0 ? 1 : 0;
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
}

main().catch((error) => {
  say(error instanceof SetupError ? error.message : (error.stack ?? String(error)));
  process.stdout.write("0 passed, 1 failed\n");
  process.exitCode = 1;
});
