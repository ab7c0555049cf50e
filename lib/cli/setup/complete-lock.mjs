/**
 * `node lib/cli/setup/complete-lock.mjs`, after adding or updating a package: names in package-lock.json the binaries
 * of other platforms that npm left out because the registry at hand did not offer them. Without these lines `npm ci`
 * refuses the lockfile everywhere, and another platform would not get its binary. The versions are exact as always;
 * the integrity of such a package is what the registry that serves it says.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./run.mjs";
import { say } from "./say.mjs";

const SYSTEMS = [
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
];
const PROCESSORS = [
  "arm",
  "arm64",
  "ia32",
  "loong64",
  "mips64el",
  "ppc64",
  "riscv64",
  "s390x",
  "wasm32",
  "x64",
];
const LIBRARIES = { gnu: "glibc", gnueabihf: "glibc", musl: "musl", musleabihf: "musl" };

/** Reads the platform from a package's name; undefined when it names none. */
function platformOf(name) {
  const words = name.split(/[-/]/);
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  const os = SYSTEMS.find((system) => words.includes(system));
  const libc = Object.keys(LIBRARIES).find((library) => words.includes(library));
  if (cpu === undefined) return undefined;
  return {
    cpu: [cpu],
    ...(os === undefined ? {} : { os: [os] }),
    ...(os === "linux" && libc !== undefined ? { libc: [LIBRARIES[libc]] } : {}),
  };
}

/**
 * The lines that a lockfile lacks: optional packages for a platform, pinned by their parent, without an entry.
 * @param {Record<string, {dev?: boolean, optionalDependencies?: Record<string, string>}>} packages
 * @returns {Record<string, object>} path in node_modules -> entry
 */
export function missingPlatforms(packages) {
  const missing = {};
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const nested = `${path}/node_modules/${name}`;
      const platform = platformOf(name);
      if (platform === undefined || packages[nested] || packages[`node_modules/${name}`]) continue;
      missing[`node_modules/${name}`] = {
        version,
        ...platform,
        ...(entry.dev ? { dev: true } : {}),
        optional: true,
      };
    }
  }
  return missing;
}

function main() {
  const file = join(ROOT, "package-lock.json");
  const lock = JSON.parse(readFileSync(file, "utf8"));
  const missing = missingPlatforms(lock.packages);
  const all = Object.entries({ ...lock.packages, ...missing });
  lock.packages = Object.fromEntries(all.sort(([a], [b]) => a.localeCompare(b, "en")));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  say(`${Object.keys(missing).length} entries added to package-lock.json.`);
}

if (process.argv[1]?.endsWith("complete-lock.mjs")) main();
