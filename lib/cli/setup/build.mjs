import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { ROOT, runPinned } from "./run.mjs";
import { step } from "./say.mjs";

const GENERATED = join("lib", "db", "generated");

/** Run as TypeScript and not part of the pages: a change here needs no new build. */
const RUN_AS_SOURCE = ["lib/cli", "lib/server"];
const BUILD_SOURCES = [
  "app",
  "emails",
  "lib",
  "public",
  "prisma",
  "next.config.js",
  "postcss.config.mjs",
  "tsconfig.json",
  "package-lock.json",
];

/** All files below a path of the checkout, sorted, without what is generated. */
function files(path) {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((file) => ![GENERATED, ...RUN_AS_SOURCE].some((folder) => file.startsWith(folder + sep)))
    .sort();
}

/** SHA-256 over names and contents. */
export function hashOf(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap(files)) {
    const content = readFileSync(join(ROOT, file));
    hash.update(`${file}\n${content.length}\n`).update(content);
  }
  return hash.digest("hex");
}

function isFresh(stamp, hash) {
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

/** Generates the database client when the schema or the generator's version changed. */
export async function generate() {
  if (!existsSync(join(ROOT, "prisma/schema.prisma"))) return;
  const stamp = join(ROOT, GENERATED, ".schema-hash");
  const hash = hashOf(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  if (isFresh(stamp, hash)) return;
  await step("Generating the database client", () =>
    runPinned("prisma/build/index.js", ["generate"], {
      failure: "The database client could not be generated.",
      // Its engine is a WebAssembly module inside the package; without this it first asks an outside host for a binary.
      env: { PRISMA_SCHEMA_ENGINE_BINARY: "/usr/bin/true" },
    }),
  );
  writeFileSync(stamp, hash);
}

/** Builds the pages when a source changed or no finished build is there. */
export async function build() {
  const stamp = join(ROOT, ".next", "habeas-sources");
  const hash = hashOf(BUILD_SOURCES);
  if (isFresh(stamp, hash) && existsSync(join(ROOT, ".next", "BUILD_ID"))) return;
  await step("Building the pages (once after every change, about 1 minute)", () =>
    runPinned("next/dist/bin/next", ["build"], {
      failure: "The pages could not be built.",
      env: { NODE_ENV: "production" },
    }),
  );
  writeFileSync(stamp, hash);
}
