/**
 * What a run of jest amounts to. A test file that could not be read counts as a failure, and so do a skipped test and
 * a run that says it failed without saying where: none of them tested what it should.
 * @param {{numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number, numPendingTests: number,
 *   numTodoTests: number} | undefined} results jest's own, undefined when it wrote none
 * @param {number | null} exitCode jest's exit code, null when a signal ended it
 * @param {boolean} isWhole false when a part was asked for, where jest counts what was left out as skipped
 * @returns {{passed: number, failed: number}}
 */
export function countsOf(results, exitCode, isWhole) {
  if (results === undefined) return { passed: 0, failed: 1 };
  const skipped = isWhole ? results.numPendingTests + results.numTodoTests : 0;
  const untested = results.numRuntimeErrorTestSuites + skipped;
  const failed = results.numFailedTests + untested;
  const unexplained = exitCode !== 0 && failed === 0 && results.numPassedTests > 0;
  return { passed: results.numPassedTests, failed: failed + (unexplained ? 1 : 0) };
}
