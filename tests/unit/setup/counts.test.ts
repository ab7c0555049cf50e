type Results = Readonly<Record<string, number>> | undefined;
type Counts = { readonly passed: number; readonly failed: number };

const { countsOf } = jest.requireActual<{
  countsOf(results: Results, exitCode: number | null, isWhole: boolean): Counts;
}>("@/lib/cli/test/counts.mjs");

const RUN = {
  numPassedTests: 10,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  numTodoTests: 0,
};

test.each([
  ["all passed", RUN, 0, true, { passed: 10, failed: 0 }],
  ["one failed", { ...RUN, numFailedTests: 1 }, 1, true, { passed: 10, failed: 1 }],
  [
    "a file that could not be read",
    { ...RUN, numRuntimeErrorTestSuites: 2 },
    1,
    true,
    { passed: 10, failed: 2 },
  ],
  ["a skipped test in the whole run", { ...RUN, numPendingTests: 1 }, 0, true, { passed: 10, failed: 1 }],
  ["tests left out by a filter", { ...RUN, numPendingTests: 7 }, 0, false, { passed: 10, failed: 0 }],
  ["no results at all", undefined, null, true, { passed: 0, failed: 1 }],
  ["killed after its results", RUN, null, true, { passed: 10, failed: 1 }],
])("%s", (_, results, exitCode, isWhole, expected) => {
  expect(countsOf(results, exitCode, isWhole)).toEqual(expected);
});
