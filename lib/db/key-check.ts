import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { createKeys, hasKeys, KeyFileError, type Keys, loadKeys } from "@/lib/adapters/key-files";
import { unwrap, wrap } from "./seal";

/** A canary's own name inside its seal, so that it can stand for nothing else. */
const CANARY = "canary";

/**
 * Makes the key files on an empty database, and opens what was sealed at the first start with every key on every
 * other: keys that do not belong to this database are found before they write anything.
 * @param url connection of the app role
 * @returns true when the key files were made now
 * @throws KeyFileError when key files are missing or belong to another database
 */
export async function prepareKeys(url: string, folder: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const isNew = !hasKeys(folder);
    if (isNew) {
      if (!(await isEmpty(client))) {
        throw new KeyFileError(
          `The database holds sealed data, and ${folder} holds no key files. Restore them from your backup, or set KEY_DIR; new keys could not read it.`,
        );
      }
      createKeys(folder);
    }
    await checkCanaries(client, loadKeys(folder), folder);
    return isNew;
  } finally {
    await client.end();
  }
}

async function isEmpty(client: Client): Promise<boolean> {
  const { rows } = await client.query(
    `SELECT NOT EXISTS (SELECT FROM "DataKey") AND NOT EXISTS (SELECT FROM "KeyCanary") AS empty`,
  );
  return rows[0].empty;
}

async function checkCanaries(client: Client, keys: Keys, folder: string): Promise<void> {
  const files = new Map<string, Buffer>([
    ...[...keys.keks].map(([id, key]) => [`kek-${id}`, key] as const),
    ["index", keys.index] as const,
    ["link", keys.link] as const,
  ]);
  const { rows } = await client.query<{ kekId: string; sealed: Buffer }>(
    `SELECT "kekId", sealed FROM "KeyCanary"`,
  );
  for (const { kekId: file, sealed } of rows) {
    const key = files.get(file);
    if (key === undefined)
      throw new KeyFileError(`The key file ${file} is missing in ${folder}. Restore it from your backup.`);
    try {
      unwrap(key, file, CANARY, sealed);
    } catch {
      throw new KeyFileError(
        `The key file ${file} in ${folder} belongs to another database. Restore the right one from your backup.`,
      );
    }
  }
  for (const [file, key] of files) {
    if (rows.some((row) => row.kekId === file)) continue;
    await client.query(`INSERT INTO "KeyCanary" ("kekId", sealed) VALUES ($1, $2) ON CONFLICT DO NOTHING`, [
      file,
      Buffer.from(wrap(key, file, CANARY, randomBytes(32))),
    ]);
  }
}
