import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Client } from "pg";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "@/lib/adapters/embedded-postgres";
import { runningOn } from "@/lib/adapters/postgres/leftover";
import { commandOf } from "@/lib/adapters/postgres/system-user";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "habeas-embedded-"));
  // As root, PostgreSQL runs as another user, who has to be able to pass through.
  chmodSync(folder, 0o755);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (keep = true) => startEmbeddedPostgres({ folder, keep, durable: false });

async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Starts PostgreSQL from a process of its own, which can then be killed. */
async function startElsewhere(): Promise<{ child: ChildProcess; postmaster: number }> {
  const program = `const { startEmbeddedPostgres } = require("@/lib/adapters/embedded-postgres");
    startEmbeddedPostgres({ folder: process.argv[1], keep: true, durable: false }).then(() => console.log("up"));
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ["--import", "tsx", "-e", program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  if (child.stdout) await once(createInterface({ input: child.stdout }), "line");
  const postmaster = runningOn(join(folder, "postgres"));
  if (postmaster === undefined) throw new Error("PostgreSQL did not start.");
  return { child, postmaster };
}

test("keeps what was stored from one start to the next, with the same generated passwords", async () => {
  const first = await start();
  expect(first.isNew).toBe(true);
  await ask(first.url("postgres", "postgres"), "CREATE TABLE kept (id integer)");
  await first.stop();
  expect(runningOn(join(folder, "postgres"))).toBeUndefined();
  const second = await start();
  expect(second.isNew).toBe(false);
  expect(second.passwords).toEqual(first.passwords);
  expect(await ask(second.url("postgres", "postgres"), "SELECT count(*)::int AS rows FROM kept")).toEqual([
    { rows: 0 },
  ]);
  await second.stop();
});

test("listens on this machine only, asks for a password, and keeps passwords to its owner", async () => {
  const postgres = await start();
  const url = postgres.url("postgres", "postgres");
  const [row] = await ask(
    url,
    "SELECT current_setting('listen_addresses') AS a, current_setting('unix_socket_directories') AS u",
  );
  expect(row).toEqual({ a: "127.0.0.1", u: "" });
  await expect(ask(url.replace(postgres.passwords.postgres, "guess"), "SELECT 1")).rejects.toThrow(
    "password authentication failed",
  );
  expect(statSync(join(folder, "postgres-passwords", "postgres")).mode & 0o777).toBe(0o600);
  expect(new Set(Object.values(postgres.passwords)).size).toBe(4);
  await postgres.stop();
});

test("a server that outlived its killed parent is stopped before the next one starts: never two on one folder", async () => {
  const { child, postmaster } = await startElsewhere();
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(runningOn(join(folder, "postgres"))).toBe(postmaster);
  const next = await start();
  expect(commandOf(postmaster) ?? "").not.toContain("postgres");
  expect(runningOn(join(folder, "postgres"))).not.toBe(postmaster);
  expect(await ask(next.url("postgres", "postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await next.stop();
});

test("recovers when PostgreSQL itself was killed, and when its number now belongs to another process", async () => {
  const { child, postmaster } = await startElsewhere();
  child.kill("SIGKILL");
  process.kill(postmaster, "SIGKILL");
  await once(child, "exit");
  const pidFile = join(folder, "postgres", "postmaster.pid");
  writeFileSync(pidFile, readFileSync(pidFile, "utf8").replace(String(postmaster), String(process.pid)));
  const next = await start();
  expect(await ask(next.url("postgres", "postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await next.stop();
});

test("an initialisation that was interrupted is begun anew", async () => {
  mkdirSync(join(folder, "postgres.unfinished"));
  writeFileSync(join(folder, "postgres.unfinished", "PG_VERSION"), "18\n");
  const postgres = await start();
  expect(postgres.isNew).toBe(true);
  await postgres.stop();
});

test("a throw-away database begins empty every time", async () => {
  const first = await start(false);
  await ask(first.url("postgres", "postgres"), "CREATE TABLE gone (id integer)");
  await first.stop();
  const second = await start(false);
  expect(second.isNew).toBe(true);
  await expect(ask(second.url("postgres", "postgres"), "SELECT * FROM gone")).rejects.toThrow(
    "does not exist",
  );
  await second.stop();
});

test("inside a folder that only its owner may enter, throw-away databases work and leave nothing behind", async () => {
  chmodSync(folder, 0o700);
  const before = readdirSync("/tmp");
  const postgres = await start(false);
  expect(await ask(postgres.url("postgres", "postgres"), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  await postgres.stop();
  await removeEmbeddedPostgres(folder);
  expect(existsSync(folder)).toBe(false);
  const added = readdirSync("/tmp").filter((name) => !before.includes(name));
  expect(added.filter((name) => /^habeas-[0-9a-f]{16}$/.test(name))).toEqual([]);
});

test("a folder with something else in it is left alone", async () => {
  mkdirSync(join(folder, "postgres"));
  writeFileSync(join(folder, "postgres", "thesis.txt"), "three years of work");
  await expect(start()).rejects.toThrow("is not empty and holds no PostgreSQL data");
  expect(readFileSync(join(folder, "postgres", "thesis.txt"), "utf8")).toBe("three years of work");
});

test("a data folder of another version is left alone", async () => {
  mkdirSync(join(folder, "postgres"));
  writeFileSync(join(folder, "postgres", "PG_VERSION"), "17\n");
  await expect(start()).rejects.toThrow("was made by PostgreSQL 17; Habeas brings PostgreSQL 18");
});

test("a missing or readable password file is named", async () => {
  await (await start()).stop();
  const file = join(folder, "postgres-passwords", "habeas_app");
  chmodSync(file, 0o644);
  await expect(start()).rejects.toThrow(`${file} can be read by others`);
  rmSync(file);
  await expect(start()).rejects.toThrow(`${file} of the database is missing`);
});
