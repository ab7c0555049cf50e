import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** Starts the PostgreSQL of this run, unless another level of the same run did. */
export default async function globalSetup() {
  if (process.env.HABEAS_TEST_SERVER !== undefined) return;
  const child = spawn(process.execPath, ["--import", "tsx", "tests/support/postgres-server.ts"], {
    stdio: ["pipe", "pipe", "inherit"],
    detached: true,
  });
  const first = await new Promise((line, fail) => {
    createInterface({ input: child.stdout }).once("line", line);
    child.once("exit", (code) =>
      fail(new Error(`The database of the tests did not start (exit code ${code}).`)),
    );
  });
  process.env.HABEAS_TEST_SERVER = first;
  globalThis.testPostgres = child;
}
