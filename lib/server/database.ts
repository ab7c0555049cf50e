import { Client } from "pg";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "@/lib/adapters/embedded-postgres";
import { accessStatements, roleStatements } from "@/lib/db/roles";
import { claimFolder } from "./folder-lock";
import { StartError } from "./start-error";
import type { Stopping } from "./stopping";

/** Name of the database in the embedded PostgreSQL. */
const DATABASE = "habeas";

export type DatabaseUrls = {
  readonly app: string;
  readonly owner: string | undefined;
  readonly auditor: string | undefined;
};

/** The embedded PostgreSQL with its roles and its (possibly still empty) database. */
export type EmbeddedDatabase = { readonly urls: DatabaseUrls; stop(): Promise<void> };

/**
 * Claims the data folder for this process and starts the embedded PostgreSQL in it.
 * @throws StartError when another living process holds the folder
 */
export async function startClaimedDatabase(
  stopping: Stopping,
  options: Parameters<typeof startEmbeddedPostgres>[0],
): Promise<DatabaseUrls> {
  await stopping.start(
    "The claim on the data folder",
    async () => {
      const release = await claimFolder(options.folder);
      if (release !== undefined) return release;
      throw new StartError(
        `Habeas already runs on ${options.folder}. Stop it, or set HABEAS_VAR to another folder.`,
      );
    },
    (release) => release(),
  );
  const embedded = await stopping.start(
    "PostgreSQL",
    () => startEmbeddedDatabase(options),
    (part) => part.stop(),
  );
  return embedded.urls;
}

/**
 * Starts the embedded PostgreSQL and makes its roles and database where they are missing.
 * @param options see startEmbeddedPostgres
 */
export async function startEmbeddedDatabase(
  options: Parameters<typeof startEmbeddedPostgres>[0],
): Promise<EmbeddedDatabase> {
  const postgres = await startEmbeddedPostgres(options);
  try {
    await prepare(postgres);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return {
    urls: {
      app: postgres.url("habeas_app", DATABASE),
      owner: postgres.url("habeas_owner", DATABASE),
      auditor: postgres.url("habeas_auditor", DATABASE),
    },
    stop: postgres.stop,
  };
}

async function prepare(postgres: EmbeddedPostgres): Promise<void> {
  const client = new Client({ connectionString: postgres.url("postgres", "postgres") });
  await client.connect();
  try {
    for (const sql of roleStatements(postgres.passwords)) await client.query(sql);
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
    for (const sql of accessStatements(DATABASE)) await client.query(sql);
  } finally {
    await client.end();
  }
}
