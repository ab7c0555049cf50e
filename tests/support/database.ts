import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { closeDb } from "@/lib/db/client";
import { closeSender } from "@/lib/db/enqueue";
import { forgetKeys } from "@/lib/db/keys";
import { accessStatements, type ROLES } from "@/lib/db/roles";
import { setEnv } from "@/lib/env";
import { type Template, testServer } from "./test-server";

type Login = (typeof ROLES)[number] | "postgres";

export type TestDatabase = {
  readonly name: string;
  /** Connection string of a role; `postgres` is the superuser, for arranging what no role may do. */
  url(login: Login): string;
  /** Runs one statement as a role, on a connection of its own. */
  query<Row extends object>(login: Login, sql: string, values?: unknown[]): Promise<Row[]>;
};

function urlOf(login: Login, database: string): string {
  const { port, passwords } = testServer();
  return `postgresql://${login}:${passwords[login]}@127.0.0.1:${port}/${database}`;
}

async function administer(statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: urlOf("postgres", "postgres") });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}

/**
 * Makes a database of its own.
 * @param from "empty" is one without any table
 */
export async function createTestDatabase(from: Template | "empty"): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await administer([
    `CREATE DATABASE ${name} TEMPLATE ${from === "empty" ? "template0" : testServer().templates[from]}`,
    ...accessStatements(name),
  ]);
  return {
    name,
    url: (login) => urlOf(login, name),
    query: async (login, sql, values = []) => {
      const client = new Client({ connectionString: urlOf(login, name) });
      await client.connect();
      try {
        return (await client.query(sql, values)).rows;
      } finally {
        await client.end();
      }
    },
  };
}

export async function dropTestDatabase({ name }: TestDatabase): Promise<void> {
  await administer([`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`]);
}

/**
 * For the top of a test file: a fresh copy of a template for this file alone, which `db()` and every
 * command use, with the run's keys. Its fields can be read from the first `beforeAll` on.
 */
export function useDatabase(from: Template = "installed"): TestDatabase {
  let database: TestDatabase | undefined;
  const present = () => {
    if (database === undefined) throw new Error("The database is there from beforeAll on.");
    return database;
  };
  beforeAll(async () => {
    database = await createTestDatabase(from);
    setEnv({ DATABASE_URL: database.url("habeas_app"), DATABASE_POOL: "4", KEY_DIR: testServer().keys });
    // A letter of staff waits a minute; a test that is not about that does not.
    setEnv({ LIMITS_ANSWER_HOLD_SECONDS: "0" });
    forgetKeys();
  });
  afterAll(async () => {
    await closeSender();
    await closeDb();
    if (database) await dropTestDatabase(database);
  });
  return {
    get name() {
      return present().name;
    },
    url: (login) => present().url(login),
    query: (login, sql, values) => present().query(login, sql, values),
  };
}
