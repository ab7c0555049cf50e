import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type MigrationFile = {
  /** Name of its folder, which begins with its date; the order of the names is the order of application. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the file, hexadecimal: what Prisma Migrate keeps too. */
  readonly checksum: string;
};

/** Reads `<folder>/<name>/migration.sql` of every migration, in order. */
export function readMigrations(folder: string): MigrationFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, "migration.sql")))
    .map(({ name }) => {
      const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}
