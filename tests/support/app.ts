import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { freePort } from "@/lib/adapters/free-port";
import { servingEnvironment } from "@/lib/env";
import type { ServingMessage } from "@/lib/server/serving-process";
import type { TestDatabase } from "./database";
import { startTestSmtp, type TestSmtp } from "./smtp";
import { testServer } from "./test-server";

export interface AppOptions {
  readonly database: TestDatabase;
  /** LIMITS_<NAME>, by NAME: the limits a case runs under */
  readonly limits?: Readonly<Record<string, number>>;
  /** further settings */
  readonly settings?: Readonly<Record<string, string | undefined>>;
}

export interface TestApp {
  /** the origin it answers as, for browsers and for links; on this machine */
  readonly url: string;
  readonly smtp: TestSmtp;
  /** its folder for data, gone when it has ended */
  readonly folder: string;
  /** everything the process has written, which is its log */
  log(): string;
  /** Ends it as an operator would, and returns the exit code. */
  stop(): Promise<number | null>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

/**
 * Starts the built application (pages and worker) as a process of its own, on a test's database and with a mail server
 * of its own. Commands run by the test itself see the same database and keys.
 */
export async function startApp({ database, limits = {}, settings = {} }: AppOptions): Promise<TestApp> {
  const smtp = await startTestSmtp();
  const folder = await mkdtemp(join(tmpdir(), "habeas-app-"));
  // The application must know its port before it starts: links name it.
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const child = spawn(process.execPath, ["--import", "tsx", resolve("lib/server/serve.ts")], {
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: servingEnvironment({
      NODE_ENV: "production",
      // The flags of the test runner are not the application's.
      NODE_OPTIONS: undefined,
      DATABASE_URL: database.url("habeas_app"),
      KEY_DIR: testServer().keys,
      HABEAS_VAR: folder,
      HABEAS_DEMO: undefined,
      TRUSTED_PROXIES: undefined,
      PROCESS: "all",
      SMTP_URL: smtp.url,
      MAIL_FROM: "desk@habeas.test",
      BASE_URL: url,
      PORT: String(port),
      HOST: "127.0.0.1",
      ...Object.fromEntries(
        Object.entries(limits).map(([name, points]) => [`LIMITS_${name}`, String(points)]),
      ),
      ...settings,
    }),
  });
  // It waits to be told what only a parent knows; here that stands in its environment already.
  child.send({});
  const written: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => written.push(text));
  }
  const ended = new Promise<number | null>((done) => child.once("exit", (code) => done(code)));
  const clear = async (): Promise<void> => {
    await smtp.close();
    await rm(folder, { recursive: true, force: true });
  };
  const failure = await Promise.race([untilServing(child), ended.then((code) => `exit code ${code}`)]);
  if (failure !== undefined) {
    await clear();
    throw new Error(`The application did not start (${failure}).\n${written.join("")}`);
  }
  return {
    url,
    smtp,
    folder,
    log: () => written.join(""),
    stop: async () => {
      child.kill("SIGTERM");
      const code = await ended;
      await clear();
      return code;
    },
    kill: async () => {
      child.kill("SIGKILL");
      await ended;
      await clear();
    },
  };
}

/** Resolves when it serves, with the reason when it says it cannot. */
function untilServing(child: ChildProcess): Promise<string | undefined> {
  return new Promise((done) => {
    child.once("message", (message) => done((message as ServingMessage).failure));
  });
}
