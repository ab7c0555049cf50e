/**
 * Every path by which something about a person could leave to a requester asks the one guard. New ones have to be added
 * here by hand, so that nobody opens one by accident.
 */
import { read, sourceFiles } from "./layers";

const root = process.cwd();
const files = sourceFiles(root);
const using = (pattern: RegExp) => files.filter((path) => pattern.test(read(root, path)));
const GUARD = /\b(?:mayRelease|mayLeave|letterMayLeave)\(/;

/** What opens a decision's letter or a stored file, and who is shown it. */
const OPENERS: Readonly<Record<string, "requester" | "staff" | "itself">> = {
  "lib/db/decision.ts": "itself",
  "lib/db/file.ts": "itself",
  "lib/queries/request/my-requests.ts": "requester",
  "lib/queries/request/page-parts.ts": "staff",
  "lib/commands/request/open-file.ts": "staff",
};

test("every opener of letters and files is known, and those for requesters ask the guard", () => {
  const openers = using(/\b(?:openLetter|readFile)\((?!join|path|`|")/).filter(
    (path) =>
      /\bopenLetter\(/.test(read(root, path)) ||
      /\breadFile\(ctx\.|function readFile\(/.test(read(root, path)),
  );
  const unknown = openers.filter((path) => !(path in OPENERS) && !GUARD.test(read(root, path)));
  const forStaff = unknown.filter((path) => !/authoriseStaff\(/.test(read(root, path)));
  expect(forStaff).toEqual([]);
  for (const [path, reader] of Object.entries(OPENERS)) {
    if (reader === "requester") expect([path, GUARD.test(read(root, path))]).toEqual([path, true]);
  }
});

test("nobody but the gate's own loader makes its facts, so that no caller can leave one out", () => {
  const makers = using(/representation:\s*representationOf\(/);
  expect(makers).toEqual(["lib/db/release.ts"]);
  const callers = using(GUARD).filter((path) => !path.startsWith("lib/domain/"));
  expect(callers).toEqual(
    expect.arrayContaining(["lib/commands/decision/decide.ts", "lib/queries/request/my-requests.ts"]),
  );
  const asked = callers.filter((path) => /\bmayRelease\(/.test(read(root, path)));
  expect(asked.filter((path) => !/releaseFacts\(/.test(read(root, path)))).toEqual([]);
});

test("a decision is saved in one place, behind the guard under the lock", () => {
  expect(using(/\bsaveDecision\(/).filter((path) => path !== "lib/db/decision.ts")).toEqual([
    "lib/commands/decision/decide.ts",
  ]);
});
