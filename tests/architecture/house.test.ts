/** The house of docs/architecture.md section "Who may import whom", held against the files. */
import { existsSync } from "node:fs";
import { importsOf, isAllowed, LAYERS, layerOf, read, sourceFiles } from "./layers";

const root = process.cwd();
const files = sourceFiles(root);
const imports = files.flatMap((path) => importsOf(path, read(root, path)));

test("the check has read the house", () => {
  expect(files.length).toBeGreaterThan(150);
  expect(imports.length).toBeGreaterThan(500);
  for (const layer of Object.keys(LAYERS)) {
    expect(files.some((path) => layerOf(path) === layer)).toBe(true);
  }
});

test("a planted import against the table is found", () => {
  const planted = (from: string, to: string) =>
    importsOf(from, `import { x } from "${to}";`).filter((i) => !isAllowed(i)).length;
  expect(planted("lib/domain/clock/x.ts", "node:fs")).toBe(1);
  expect(planted("lib/domain/clock/x.ts", "@/lib/db/client")).toBe(1);
  expect(planted("lib/commands/request/x.ts", "@/lib/session/staff")).toBe(1);
  expect(planted("lib/commands/request/x.ts", "next/headers")).toBe(1);
  expect(planted("app/(public)/x.tsx", "@/app/(staff)/y")).toBe(1);
  expect(planted("app/(public)/x.tsx", "@/lib/db/client")).toBe(1);
  expect(planted("lib/domain/clock/x.ts", "temporal-polyfill")).toBe(0);
});

test("every import is one that the table allows", () => {
  expect(imports.filter((each) => !isAllowed(each)).map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
});

test("only lib/db opens the tables", () => {
  const openers = imports.filter(({ to }) => /db\/generated|@prisma\/|^pg$/.test(to));
  const outside = openers.filter(({ from }) => !/^lib\/(db|cli|adapters|server)\//.test(from));
  expect(outside.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
});

test("queries take nothing from commands but the context", () => {
  const taken = imports.filter(
    ({ from, to }) => from.startsWith("lib/queries/") && to.startsWith("lib/commands/"),
  );
  expect(
    taken.filter(({ to }) => to !== "lib/commands/context").map(({ from, to }) => `${from} -> ${to}`),
  ).toEqual([]);
});

test("the domain knows no clock, chance or process", () => {
  const impure = /\b(Math\.random|Date\.now|new Date\(\)|process\.|globalThis|setTimeout|fetch\()/;
  const found = files.filter((path) => path.startsWith("lib/domain/") && impure.test(read(root, path)));
  expect(found).toEqual([]);
  expect(impure.test("const now = Date.now()")).toBe(true);
});

test("only lib/env.ts reads the environment; what starts processes only hands it on", () => {
  const readers = files.filter((path) => /process\.env\b/.test(read(root, path)));
  expect(readers.filter((path) => !/^lib\/(env\.ts|cli\/|server\/|adapters\/postgres\/)/.test(path))).toEqual(
    [],
  );
});

test("every command authorises first and audits inside its transaction", () => {
  const commands = files.filter(
    (path) => path.startsWith("lib/commands/") && path !== "lib/commands/context.ts",
  );
  const verbs = commands.filter((path) =>
    /export async function \w+\(\s*ctx: (Installation)?Ctx/.test(read(root, path)),
  );
  expect(verbs.length).toBeGreaterThan(15);
  const silent = verbs.filter(
    (path) => !/\b(authorise\w+|lockOwnRequest)\(/.test(read(root, path)) && !HELPERS.has(path),
  );
  expect(silent).toEqual([]);
  const writers = commands.filter((path) => /\btransact(AtOnce)?\(/.test(read(root, path)));
  expect(writers.length).toBeGreaterThan(15);
  // Or its work goes on to a part of commands; what says nothing at all `transact` refuses to commit.
  expect(writers.filter((path) => !/\baudit\b|\(ctx, work,/.test(read(root, path)))).toEqual([]);
});

/** Parts of commands that run inside one and take its authorised context. */
const HELPERS = new Set([
  "lib/commands/access/throttle.ts",
  "lib/commands/clock/fold.ts",
  "lib/commands/clock/late-extension.ts",
  "lib/commands/clock/owe-extension.ts",
  "lib/commands/clock/pause.ts",
  "lib/commands/clock/prepare-extension.ts",
  "lib/commands/clock/recompute.ts",
  "lib/commands/clock/resume.ts",
  "lib/commands/clock/take-effect.ts",
  "lib/commands/decision/desk-task.ts",
  "lib/commands/decision/end-meanwhile.ts",
  "lib/commands/decision/follow-up.ts",
  "lib/commands/decision/judge-complaint.ts",
  "lib/commands/decision/owe-answer.ts",
  "lib/commands/decision/owe-lifting.ts",
  "lib/commands/decision/recall-closings.ts",
  "lib/commands/decision/stop-at-once.ts",
  "lib/commands/decision/take-effect.ts",
  "lib/commands/decision/take-task-effect.ts",
  "lib/commands/fee/close-fee.ts",
  "lib/commands/fee/give-up.ts",
  "lib/commands/fee/objection-answer.ts",
  "lib/commands/identity/take-direct-effect.ts",
  "lib/commands/fee/prepare-fee.ts",
  "lib/commands/fee/settle-clock.ts",
  "lib/commands/fee/take-choice.ts",
  "lib/commands/fee/take-fee-effect.ts",
  "lib/commands/fee/take-objection-effect.ts",
  "lib/commands/intake/file-once.ts",
  "lib/commands/intake/keep-uploads.ts",
  "lib/commands/intake/prepare-filing.ts",
  "lib/commands/notice/receipt-facts.ts",
  "lib/commands/notice/sender.ts",
  "lib/commands/notice/take-back.ts",
  "lib/commands/notice/take-effects.ts",
  "lib/commands/notice/throttle.ts",
  "lib/commands/request/approve-forwarding.ts",
  "lib/commands/request/end-request.ts",
  "lib/commands/request/end-withdrawn.ts",
  "lib/commands/request/take-forward-effect.ts",
]);

test("a command that takes a request, its notice and its filing takes the filing last", () => {
  const before = /\b(lock(Desk|Own)?Request(ById)?|lockNotice|lockClosings|lockTask|lockDeskFee)\(/;
  const lateIn = (source: string) => {
    const [, ...after] = source.split("await lockFiling(");
    return after.some((rest) => before.test(rest.split("\nexport ")[0] ?? ""));
  };
  expect(lateIn("await lockFiling(tx);\n const request = await lockDeskRequest(tx);")).toBe(true);
  const commands = files.filter((path) => path.startsWith("lib/commands/"));
  expect(commands.filter((path) => read(root, path).includes("lockFiling(")).length).toBeGreaterThan(5);
  expect(commands.filter((path) => lateIn(read(root, path)))).toEqual([]);
});

test("every page of a request writes into the log that it was opened", () => {
  const pages = files.filter((path) =>
    /^app\/\(staff\)\/.*\/requests\/\[reference\]\/.*page\.tsx$/.test(path),
  );
  expect(pages.length).toBeGreaterThan(12);
  // The evidence of who somebody is has a line of its own.
  const says = (path: string) =>
    /\b(openRequest|readEvidence)\(ctx, \{ reference \}\)/.test(read(root, path));
  expect(pages.filter((path) => !says(path))).toEqual([]);
});

test("the stages are called the same in every layer", () => {
  const STAGES = ["intake", "identity", "request", "clock", "decision", "fee", "delivery", "audit", "notice"];
  const SUBJECTS = ["kernel", "law", "access", "controller", "system"];
  const folders = new Set(
    files.flatMap((path) => {
      const [, layer, folder, file] = path.split("/");
      return layer && folder && file && ["domain", "schemas", "commands", "queries"].includes(layer)
        ? [folder]
        : [];
    }),
  );
  expect([...folders].filter((folder) => ![...STAGES, ...SUBJECTS].includes(folder))).toEqual([]);
});

test("no barrels, no file past 300 lines, no Server Actions, client code only in *.client.tsx", () => {
  expect(files.filter((path) => /(^|\/)index\.tsx?$/.test(path))).toEqual([]);
  expect(files.filter((path) => read(root, path).split("\n").length > 301)).toEqual([]);
  expect(files.filter((path) => /^["']use server["']/m.test(read(root, path)))).toEqual([]);
  const client = files.filter((path) => /^["']use client["']/m.test(read(root, path)));
  expect(
    client.filter(
      (path) =>
        !path.endsWith(".client.tsx") &&
        !path.startsWith("app/error") &&
        !path.startsWith("app/global-error"),
    ),
  ).toEqual([]);
});

test("the root holds what the outside expects", () => {
  for (const name of [
    "package.json",
    "tsconfig.json",
    "next.config.js",
    "README.md",
    "LICENSE",
    "NOTICE",
    "app",
    "prisma",
    "lib",
    "emails",
    "tests",
    "docs",
  ]) {
    expect({ name, there: existsSync(name) }).toEqual({ name, there: true });
  }
});
