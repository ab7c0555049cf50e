/**
 * A program of its own, started once per test run: PostgreSQL with the template databases, and key files. It
 * says where they are in one line of JSON, and takes everything away when its input closes, however that came about.
 */
import { mkdirSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "@/lib/adapters/embedded-postgres";
import { createKeys } from "@/lib/adapters/key-files";
import { installData } from "@/lib/cli/install-data";
import { setupContext } from "@/lib/cli/installation";
import { closeDb } from "@/lib/db/client";
import { migrate } from "@/lib/db/migrate";
import { QUEUES } from "@/lib/db/queues";
import { accessStatements, roleStatements } from "@/lib/db/roles";
import { setEnv } from "@/lib/env";
import type { TestServer } from "./test-server";

const RUNS = resolve("var", "test");
const TEMPLATES = { migrated: "habeas_migrated", installed: "habeas_installed" } as const;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Takes away what runs left behind that were killed together with this program. */
async function sweep(): Promise<void> {
  mkdirSync(RUNS, { recursive: true });
  for (const name of readdirSync(RUNS)) {
    const pid = Number(/^run-(\d+)$/.exec(name)?.[1]);
    if (!pid || isAlive(pid)) continue;
    await removeEmbeddedPostgres(join(RUNS, name));
  }
}

/** Once for the run: the calendars take seconds of computing, and nearly every test file needs them. */
async function install(url: string): Promise<void> {
  setEnv({ DATABASE_URL: url });
  await installData(setupContext());
  await closeDb();
}

async function main(): Promise<void> {
  await sweep();
  const folder = join(RUNS, `run-${process.pid}`);
  const postgres = await startEmbeddedPostgres({ folder, keep: false, durable: false });
  const finish = async () => {
    await postgres.stop();
    await removeEmbeddedPostgres(folder);
    process.exit(0);
  };
  process.stdin.on("end", finish).resume();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);

  const admin = new Client({ connectionString: postgres.url("postgres", "postgres") });
  await admin.connect();
  for (const sql of roleStatements(postgres.passwords)) await admin.query(sql);
  await admin.query(`CREATE DATABASE ${TEMPLATES.migrated}`);
  for (const sql of accessStatements(TEMPLATES.migrated)) await admin.query(sql);
  await migrate({ ownerUrl: postgres.url("habeas_owner", TEMPLATES.migrated), queues: QUEUES });
  const keys = join(folder, "keys");
  createKeys(keys);
  await admin.query(`CREATE DATABASE ${TEMPLATES.installed} TEMPLATE ${TEMPLATES.migrated}`);
  for (const sql of accessStatements(TEMPLATES.installed)) await admin.query(sql);
  await admin.end();
  await install(postgres.url("habeas_app", TEMPLATES.installed));
  const server: TestServer = {
    port: postgres.port,
    passwords: postgres.passwords,
    templates: TEMPLATES,
    keys,
  };
  process.stdout.write(`${JSON.stringify(server)}\n`);
}

main().catch((error) => {
  process.stderr.write(`${error.stack ?? error}\n`);
  process.exit(1);
});
