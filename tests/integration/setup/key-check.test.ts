import { mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createKeys } from "@/lib/adapters/key-files";
import { prepareKeys } from "@/lib/db/key-check";
import { createTestDatabase, dropTestDatabase, type TestDatabase } from "@/tests/support/database";

let database: TestDatabase;
let folder: string;
let keys: string;

beforeEach(async () => {
  database = await createTestDatabase("migrated");
  folder = mkdtempSync(join(tmpdir(), "habeas-key-check-"));
  keys = join(folder, "keys");
});

afterEach(async () => {
  await dropTestDatabase(database);
  rmSync(folder, { recursive: true });
});

const prepare = () => prepareKeys(database.url("habeas_app"), keys);

test("makes keys for an empty database once, and finds them right afterwards", async () => {
  expect(await prepare()).toBe(true);
  const names = readdirSync(keys);
  expect(await prepare()).toBe(false);
  expect(readdirSync(keys)).toEqual(names);
});

test("never makes new keys for a database that holds sealed data", async () => {
  await prepare();
  renameSync(keys, join(folder, "lost"));
  await expect(prepare()).rejects.toThrow("holds no key files. Restore them");
  expect(readdirSync(folder)).toEqual(["lost"]);
});

test("finds keys of another database before anything is written with them", async () => {
  await prepare();
  rmSync(keys, { recursive: true });
  createKeys(keys);
  await expect(prepare()).rejects.toThrow("is missing");
});

test.each(["index", "link"])("finds a %s key of another database", async (name) => {
  await prepare();
  const others = join(folder, "others");
  createKeys(others);
  renameSync(join(others, name), join(keys, name));
  await expect(prepare()).rejects.toThrow(`${name} in ${keys} belongs to another database`);
});
