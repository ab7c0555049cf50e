import { readFileSync } from "node:fs";

type Packages = Readonly<
  Record<string, { version?: string; dev?: boolean; optionalDependencies?: Record<string, string> }>
>;

const { missingPlatforms } = jest.requireActual<{
  missingPlatforms(packages: Packages): Record<string, object>;
}>("@/lib/cli/setup/complete-lock.mjs");

test("finds the binaries that a lockfile leaves out, with the platform they are for", () => {
  const packages: Packages = {
    "node_modules/tool": {
      dev: true,
      optionalDependencies: {
        "@tool/linux-x64-musl": "1.2.3",
        "@tool/darwin-arm64": "1.2.3",
        "@tool/linux-x64": "1.2.3",
        "only-nice-to-have": "1.0.0",
      },
    },
    "node_modules/@tool/linux-x64": { version: "1.2.3" },
  };
  expect(missingPlatforms(packages)).toEqual({
    "node_modules/@tool/linux-x64-musl": {
      ...{ version: "1.2.3", cpu: ["x64"], os: ["linux"], libc: ["musl"] },
      ...{ dev: true, optional: true },
    },
    "node_modules/@tool/darwin-arm64": {
      version: "1.2.3",
      cpu: ["arm64"],
      os: ["darwin"],
      dev: true,
      optional: true,
    },
  });
});

test("the project's lockfile leaves none out: npm ci takes it on every platform", () => {
  const { packages } = JSON.parse(readFileSync("package-lock.json", "utf8")) as { packages: Packages };
  expect(Object.keys(packages).length).toBeGreaterThan(500);
  // What to do when this fails: node lib/cli/setup/complete-lock.mjs
  expect(Object.keys(missingPlatforms(packages))).toEqual([]);
});
