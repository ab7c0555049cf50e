import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { freePort } from "../free-port";
import type { Binaries } from "./binaries";
import { lastLines } from "./cluster-folder";
import { PostgresError } from "./postgres-error";
import type { SystemUser } from "./system-user";

const START_MS = 60_000;
const STOP_MS = 8_000;

/** Sizes for a machine that also runs everything else; one query gets one core. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  password_encryption: "scram-sha-256",
  max_connections: "100",
  shared_buffers: "256MB",
  effective_cache_size: "1GB",
  work_mem: "16MB",
  maintenance_work_mem: "128MB",
  random_page_cost: "1.1",
  max_wal_size: "2GB",
  max_parallel_workers_per_gather: "0",
  jit: "off",
  timezone: "UTC",
  log_timezone: "UTC",
};

/** For databases that are thrown away: nothing waits for the disk, and a crash may lose everything. */
const NOT_DURABLE: Readonly<Record<string, string>> = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
};

export type ServerProcess = { readonly port: number; stop(): Promise<void> };

/**
 * Starts PostgreSQL on a data folder, on a free port of 127.0.0.1, and waits until it answers.
 * It has a process group of its own: Ctrl-C must reach it through us, after those who still write to it.
 */
export async function startServer(
  binaries: Binaries,
  folder: string,
  options: { readonly user: SystemUser; readonly password: string; readonly durable: boolean },
): Promise<ServerProcess> {
  const port = await freePort();
  const settings = { ...SETTINGS, ...(options.durable ? {} : NOT_DURABLE) };
  const logFile = `${folder}.log`;
  const log = openSync(logFile, "w", 0o600);
  const child = spawn(
    binaries.postgres,
    [
      "-D",
      folder,
      "-p",
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    {
      ...options.user,
      cwd: "/",
      detached: true,
      stdio: ["ignore", log, log],
      env: { NODE_ENV: "production", LC_ALL: "C", TZ: "UTC" },
    },
  );
  closeSync(log);
  const ended = new Promise<void>((done) => {
    child.once("exit", () => done());
    child.once("error", () => done());
  });
  try {
    await untilItAnswers(port, options.password, child);
  } catch (error) {
    child.kill("SIGQUIT");
    await ended;
    if (error instanceof PostgresError) {
      throw new PostgresError(
        `${error.message}\nIts own words, from ${logFile}:\n${lastLines(readFileSync(logFile, "utf8"))}`,
      );
    }
    throw error;
  }
  child.unref();
  return { port, stop: () => stop(child, ended) };
}

async function untilItAnswers(port: number, password: string, child: ChildProcess): Promise<void> {
  for (const began = Date.now(); Date.now() - began < START_MS; await wait(30)) {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
      throw new PostgresError("PostgreSQL did not start.");
    }
    const client = new Client({ host: "127.0.0.1", port, user: "postgres", password, database: "postgres" });
    client.on("error", () => undefined);
    try {
      await client.connect();
      return;
    } catch {
      // Not yet: it is still starting, or recovering after a crash.
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new PostgresError(`PostgreSQL did not answer within ${START_MS / 1000} seconds.`);
}

/** Ends PostgreSQL: at once for those still connected, completely on disk; harder when that takes too long. */
async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  child.kill("SIGINT");
  const timer = setTimeout(() => child.kill("SIGQUIT"), STOP_MS);
  await ended;
  clearTimeout(timer);
}
