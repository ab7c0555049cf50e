import { captureConsole, describeError, loggablePath, logger } from "@/lib/server/log";

test.each([
  ["/", "/"],
  ["/staff/norrvik/requests/K7P42MXQ9R0", "/staff/norrvik/requests/K7P42MXQ9R0"],
  ["/api/x/3f2b8c1e-0d4a-4b7e-9c55-0a1b2c3d4e5f", "/api/x/3f2b8c1e-0d4a-4b7e-9c55-0a1b2c3d4e5f"],
  ["/c/short?who=ann", "/c/[token]"],
  ["/staff/join/c/abc", "/staff/join/c/[token]"],
  ["/x/7sT0kenOf43CharactersThatNobodyShouldSee12345", "/x/[...]"],
  ["/ann@person.test", "/[...]"],
  ["/%C3%85sa", "/[...]"],
  ["http://evil.test/ann@person.test?x", "[...]//evil.test/[...]"],
])("the log shows %s as %s", (path, shown) => {
  expect(loggablePath(path)).toBe(shown);
});

describe("errors", () => {
  test("of ours are kept with their sentence, their place and their cause", () => {
    const thrown = new Error("The key is missing.", { cause: new TypeError("x is not a function") });
    expect(describeError(thrown)).toMatchObject({
      name: "Error",
      message: "The key is missing.",
      stack: expect.stringMatching(/^\s+at .*log\.test/),
      cause: { name: "TypeError", message: "x is not a function" },
    });
  });

  test.each([
    Object.assign(new Error('Key (email)=("canary") exists'), { code: "23505" }),
    Object.assign(new Error("canary"), { name: "PrismaClientValidationError" }),
    new SyntaxError(`Unexpected token 'c', "canary" is not valid JSON`),
    "canary",
    { email: "canary" },
  ])("that may quote what somebody typed lose their sentence", (thrown) => {
    expect(JSON.stringify(describeError(thrown))).not.toContain("canary");
  });
});

test("what a library prints becomes one line of the log, and objects are not unfolded", () => {
  const written: unknown[][] = [];
  const giveBack = captureConsole();
  jest.spyOn(logger, "error").mockImplementation((...parts: unknown[]) => void written.push(parts));
  console.error('x\r\n{"level":"info","msg":"audit ok"}\u001b[2J', { email: "canary" });
  console.error("failed", new Error("The key is missing."));
  giveBack();
  expect(written).toEqual([
    ['x\r\n{"level":"info","msg":"audit ok"}\u001b[2J [object]'],
    [{ error: expect.objectContaining({ message: "The key is missing." }) }, "printed by a library"],
  ]);
});
