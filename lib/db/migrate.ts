import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { installQueues, type QueueDefinition } from "./migrate/install-queues";
import { type MigrationFile, readMigrations } from "./migrate/migration-files";
import { MigrationError, pendingMigrations, RECORD_TABLE, readRecord } from "./migrate/migration-record";

/** The number Prisma Migrate locks too: the two never work on one database at the same time. */
const LOCK = 72707369;

type Options = {
  /** Connection of habeas_owner. */
  readonly ownerUrl: string;
  readonly queues: readonly QueueDefinition[];
  readonly folder?: string;
  /** Called with a sentence per step that takes time. */
  readonly progress?: (line: string) => void;
};

const MIGRATIONS = "prisma/migrations";

/**
 * Brings a database to this version's schema: every migration that is not yet applied, each in a transaction of its
 * own, under a lock that lets one process at a time through; then the queues.
 * @returns the names of the migrations that were applied now
 * @throws MigrationError when the database does not fit this version
 */
export async function migrate(options: Options): Promise<string[]> {
  const { ownerUrl, queues, folder = resolve(MIGRATIONS), progress = () => undefined } = options;
  const client = new Client({ connectionString: ownerUrl, application_name: "habeas migrate" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    await lock(client, progress);
    const pending = pendingMigrations(readMigrations(folder), await readRecord(client));
    if (pending.length > 0) await client.query(RECORD_TABLE);
    for (const migration of pending) {
      progress(`Changing the database: ${migration.name} …`);
      await apply(client, migration);
    }
    if (await installQueues(client, ownerUrl, queues)) progress("The job queues are in place.");
    return pending.map(({ name }) => name);
  } finally {
    await client.end();
  }
}

/**
 * The names of migrations that a database still lacks; for a process that has no owner's credentials.
 * @throws MigrationError when the database does not fit this version
 */
export async function missingMigrations(url: string, folder = resolve(MIGRATIONS)): Promise<string[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return pendingMigrations(readMigrations(folder), await readRecord(client)).map(({ name }) => name);
  } finally {
    await client.end();
  }
}

async function lock(client: Client, progress: (line: string) => void): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS locked", [LOCK]);
    if (rows[0].locked) return;
    if (attempt % 60 === 1) progress("Another process is changing this database; waiting for it …");
    await wait(500);
  }
}

/** The change and its record are committed together: a database is never left half changed by this runner. */
async function apply(client: Client, { name, checksum, sql }: MigrationFile): Promise<void> {
  await client.query("BEGIN");
  try {
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at) VALUES ($1, $2, $3, clock_timestamp())`,
      [randomUUID(), checksum, name],
    );
    await client.query(sql);
    await client.query(
      `UPDATE "_prisma_migrations" SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE migration_name = $1`,
      [name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw new MigrationError(`The migration ${name} failed and was undone: ${(error as Error).message}`, {
      cause: error,
    });
  }
}
