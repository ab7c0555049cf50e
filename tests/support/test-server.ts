import type { Passwords } from "@/lib/adapters/postgres/passwords";

/** What a test's database begins as: with every table, and with what an installation fills them with at its first start. */
export type Template = "migrated" | "installed";

/** The PostgreSQL of a test run, as every worker learns of it. */
export type TestServer = {
  readonly port: number;
  readonly passwords: Passwords;
  readonly templates: Readonly<Record<Template, string>>;
  /** Folder with the key files of the run. */
  readonly keys: string;
};

/** The server that the global set-up of this level started. */
export function testServer(): TestServer {
  const text = process.env.HABEAS_TEST_SERVER;
  if (text === undefined) throw new Error("This level starts no database; see LEVELS in jest.config.mjs.");
  return JSON.parse(text) as TestServer;
}
