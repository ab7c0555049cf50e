import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate, missingMigrations } from "@/lib/db/migrate";
import { QUEUES } from "@/lib/db/queues";
import { createTestDatabase, dropTestDatabase, type TestDatabase } from "@/tests/support/database";

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await createTestDatabase("empty");
  folder = mkdtempSync(join(tmpdir(), "habeas-migrations-"));
  add("20260101000000_first", `CREATE TABLE "First" ("id" integer)`);
});

afterEach(async () => {
  await dropTestDatabase(database);
  rmSync(folder, { recursive: true });
});

function add(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

const run = (progress?: (line: string) => void) =>
  migrate({ ownerUrl: database.url("habeas_owner"), queues: [], folder, ...(progress ? { progress } : {}) });

const tables = async () =>
  (
    await database.query<{ name: string }>(
      "postgres",
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    )
  ).map(({ name }) => name);

test("applies what is missing, in the order of the names, and nothing twice", async () => {
  add("20260202000000_second", `ALTER TABLE "First" ADD COLUMN "text" text`);
  expect(await missingMigrations(database.url("habeas_owner"), folder)).toEqual([
    "20260101000000_first",
    "20260202000000_second",
  ]);
  expect(await run()).toEqual(["20260101000000_first", "20260202000000_second"]);
  expect(await run()).toEqual([]);
  add("20260303000000_third", `CREATE TABLE "Third" ("id" integer)`);
  expect(await run()).toEqual(["20260303000000_third"]);
  expect(await tables()).toEqual(["First", "Third", "_prisma_migrations"]);
});

test("keeps the record as Prisma Migrate keeps it: SHA-256 of the file, finished, one step", async () => {
  await run();
  const rows = await database.query(
    "habeas_owner",
    `SELECT checksum, applied_steps_count, finished_at IS NOT NULL AS finished FROM "_prisma_migrations"`,
  );
  expect(rows).toEqual([
    {
      checksum: "f387d932953f9fb2007d177fdb369a2ddb52d2b13c1f7864c89dba436de36bd2",
      applied_steps_count: 1,
      finished: true,
    },
  ]);
});

test("refuses a migration whose file was changed after it had been applied", async () => {
  await run();
  add("20260101000000_first", `CREATE TABLE "First" ("id" bigint)`);
  await expect(run()).rejects.toThrow("20260101000000_first was changed after it had been applied");
});

test("refuses a database of a newer version", async () => {
  add("20270101000000_newer", "SELECT 1");
  await run();
  rmSync(join(folder, "20270101000000_newer"), { recursive: true });
  await expect(run()).rejects.toThrow("used by a newer version");
  await expect(missingMigrations(database.url("habeas_owner"), folder)).rejects.toThrow(
    "used by a newer version",
  );
});

test("refuses a database that was left half changed", async () => {
  await run();
  await database.query("habeas_owner", `UPDATE "_prisma_migrations" SET finished_at = NULL`);
  await expect(run()).rejects.toThrow("was begun and not finished");
});

test("a migration that fails is undone as a whole and leaves no record", async () => {
  add("20260202000000_broken", `CREATE TABLE "Second" ("id" integer); SELECT no_such_function()`);
  await expect(run()).rejects.toThrow("20260202000000_broken failed and was undone");
  expect(await tables()).toEqual(["First", "_prisma_migrations"]);
  add("20260202000000_broken", `CREATE TABLE "Second" ("id" integer)`);
  expect(await run()).toEqual(["20260202000000_broken"]);
});

test("two processes at the same time: one changes the database, the other waits and finds nothing to do", async () => {
  add("20260202000000_slow", `CREATE TABLE "Slow" ("id" integer); SELECT pg_sleep(1)`);
  const lines: string[] = [];
  const results = await Promise.all([run((line) => lines.push(line)), run((line) => lines.push(line))]);
  expect(results.map((names) => names.length).sort()).toEqual([0, 2]);
});

test("the project's own migrations: three roles, queues that the app role can use, and no way for it to create", async () => {
  rmSync(folder, { recursive: true });
  cpSync("prisma/migrations", folder, { recursive: true });
  await migrate({ ownerUrl: database.url("habeas_owner"), queues: QUEUES, folder });
  expect(await migrate({ ownerUrl: database.url("habeas_owner"), queues: QUEUES, folder })).toEqual([]);
  const queues = await database.query<{ name: string }>(
    "habeas_app",
    "SELECT name FROM pgboss.queue ORDER BY name",
  );
  expect(queues.map(({ name }) => name)).toEqual(expect.arrayContaining(QUEUES.map(({ name }) => name)));
  for (const login of ["habeas_app", "habeas_auditor"] as const) {
    await expect(database.query(login, "CREATE TABLE public.mine (id integer)")).rejects.toThrow(
      "permission denied",
    );
    await expect(database.query(login, "CREATE TABLE pgboss.mine (id integer)")).rejects.toThrow(
      "permission denied",
    );
    await expect(database.query(login, `DROP TABLE "AuditEvent"`)).rejects.toThrow("must be owner");
  }
  await expect(database.query("habeas_app", `DELETE FROM "AuditEvent"`)).rejects.toThrow("permission denied");
  await expect(database.query("habeas_auditor", "SELECT * FROM pgboss.job")).rejects.toThrow(
    "permission denied",
  );
});
