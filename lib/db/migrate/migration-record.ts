import type { ClientBase } from "pg";
import type { MigrationFile } from "./migration-files";

/** The database and the files of this version do not fit together. The message says what to do. */
export class MigrationError extends Error {}

export type AppliedMigration = {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
};

/** The table of Prisma Migrate, column for column, so that its tools understand the database. */
export const RECORD_TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** What was applied, oldest first; nothing when the database is new. */
export async function readRecord(client: ClientBase): Promise<AppliedMigration[]> {
  const { rows: tables } = await client.query(`SELECT to_regclass('"_prisma_migrations"') AS name`);
  if (tables[0]?.name === null) return [];
  const { rows } = await client.query(
    `SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows.map((row) => ({
    name: row.migration_name,
    checksum: row.checksum,
    finished: row.finished_at !== null,
  }));
}

/**
 * The migrations still to apply.
 * @throws MigrationError when the database was changed by a newer version, by another file, or only half
 */
export function pendingMigrations(
  files: readonly MigrationFile[],
  record: readonly AppliedMigration[],
): MigrationFile[] {
  const known = new Map(files.map((file) => [file.name, file]));
  for (const applied of record) {
    const file = known.get(applied.name);
    if (!applied.finished) {
      throw new MigrationError(
        `The migration ${applied.name} was begun and not finished. Restore the database from the backup made before it, then start again.`,
      );
    }
    if (file === undefined) {
      throw new MigrationError(
        `The database holds the migration ${applied.name}, which this version of Habeas does not know: it was used by a newer version. Start that version, or restore an older backup.`,
      );
    }
    if (file.checksum !== applied.checksum) {
      throw new MigrationError(
        `The file of the migration ${applied.name} was changed after it had been applied. Restore the file as it was released.`,
      );
    }
  }
  const applied = new Set(record.map(({ name }) => name));
  return files.filter((file) => !applied.has(file.name));
}
