import nextJest from "next/jest.js";
import { LEVELS } from "./lib/cli/test/levels.mjs";

if (!process.env.NODE_OPTIONS?.includes("--experimental-vm-modules")) {
  throw new Error(
    "Run the tests with `npm test -- PATH` or `npm run -s jest -- PATH`: packages that are ES modules need a flag of Node.",
  );
}

// Without `dir` the helper reads neither next.config.js nor a .env file: a developer's own settings cannot change a test.
const withNextTransform = nextJest();

// What a machine has set for a real installation reaches no test.
const OURS =
  /^(DATABASE_.*|SMTP_URL|MAIL_FROM|BASE_URL|PORT|HOST|PROCESS|HABEAS_(VAR|DEMO)|KEY_DIR|TRUSTED_PROXIES|LIMITS_.*)$/;
for (const name of Object.keys(process.env)) if (OURS.test(name)) delete process.env[name];

async function project(name, { environment, needs }) {
  const config = await withNextTransform({
    displayName: name,
    testEnvironment: environment,
    testMatch: [`<rootDir>/tests/${name}/**/*.test.{ts,tsx}`],
    moduleNameMapper: { "^@/(.*)$": "<rootDir>/$1" },
    modulePathIgnorePatterns: ["<rootDir>/.next/", "<rootDir>/var/"],
    setupFilesAfterEnv: [
      "<rootDir>/tests/support/setup-every-test.ts",
      ...(environment === "jsdom" ? ["<rootDir>/tests/support/setup-dom.ts"] : []),
    ],
    ...(needs === undefined
      ? {}
      : {
          globalSetup: `<rootDir>/tests/support/global-setup-${needs}.mjs`,
          globalTeardown: "<rootDir>/tests/support/global-teardown.mjs",
        }),
  })();
  // A file that says it is an ES module is loaded as one.
  const { "^.+\\.(js|jsx|ts|tsx|mjs)$": transformer, ...others } = config.transform;
  return { ...config, transform: { ...others, "^.+\\.(js|jsx|ts|tsx)$": transformer } };
}

const projects = [];
for (const [name, level] of Object.entries(LEVELS)) projects.push(await project(name, level));

export default { projects, maxWorkers: 2, testTimeout: 180_000 };
