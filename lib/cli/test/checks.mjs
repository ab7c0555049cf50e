import { runPinned } from "../setup/run.mjs";
import { say, step } from "../setup/say.mjs";

const CHECKS = [
  {
    what: "Checking types",
    run: () => runPinned("typescript/bin/tsc", ["--noEmit"], { failure: "The types do not fit together." }),
  },
  {
    what: "Checking style",
    run: () =>
      runPinned("@biomejs/biome/bin/biome", ["check", "--colors=off", "--max-diagnostics=50", "."], {
        failure: "The style differs; `npm run lint -- --write` mends most of it.",
      }),
  },
];

/**
 * The checks of the code that are no tests of their own: each counts as one.
 * @returns {Promise<{passed: number, failed: number}>}
 */
export async function runChecks() {
  const counts = { passed: 0, failed: 0 };
  for (const { what, run } of CHECKS) {
    try {
      await step(what, run);
      counts.passed += 1;
    } catch (error) {
      say(error.message);
      counts.failed += 1;
    }
  }
  return counts;
}
