import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "@/lib/adapters/free-port";
import { servingEnvironment } from "@/lib/env";
import type { Stopping } from "@/lib/server/stopping";
import { type Figure, percentile, rounded } from "./figure";
import { BENCH_FOLDER } from "./installation";
import { type Served, serveBare, serveHabeas } from "./serving";

const TIMES = 3;
const MOST_SECONDS = 5;
const GIVE_UP_MS = 60_000;

/**
 * From nothing to the first page: `npm start` on an installation that has been started before (set-up check, PostgreSQL,
 * migrations check, keys, serving); the serving process alone; and the bare application behind the same front.
 */
export async function measureColdStart(
  stopping: Stopping,
  databaseUrl: string,
  slug: string,
): Promise<Figure> {
  const { settings, database } = await installationToStart(stopping, databaseUrl);
  const whole: number[] = [];
  const serving: number[] = [];
  const bare: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    whole.push(await startWhole(stopping, settings));
    serving.push(await startOne(() => serveHabeas(databaseUrl), `/${slug}`));
    bare.push(await startOne(() => serveBare(databaseUrl), "/staff/empty"));
  }
  const seconds = median(whole);
  return {
    figure: "cold start to the first page",
    unit: "s",
    times: TIMES,
    npmStart: seconds,
    database,
    servingProcess: median(serving),
    bareServingProcess: median(bare),
    ratio: rounded(median(serving) / median(bare), 2),
    aim: `npm start under ${MOST_SECONDS} s`,
    met: seconds < MOST_SECONDS,
  };
}

type Settings = Readonly<Record<string, string | undefined>>;

/**
 * Starts an installation with an embedded database for the first time. Where it cannot be (as root in a folder that only
 * root may enter), the bench's own database is the external one of another.
 */
async function installationToStart(stopping: Stopping, databaseUrl: string) {
  const folder = join(BENCH_FOLDER, "start");
  const embedded = { DATABASE_URL: undefined, HABEAS_VAR: folder, KEY_DIR: join(folder, "keys") };
  const begun = await startWhole(stopping, embedded).catch(() => undefined);
  if (begun !== undefined) return { settings: embedded, database: "embedded" };
  return { settings: { DATABASE_URL: databaseUrl }, database: "external" };
}

function median(values: readonly number[]): number {
  return rounded(percentile(values, 0.5), 2);
}

async function startOne(serve: () => Promise<Served>, path: string): Promise<number> {
  const began = performance.now();
  const served = await serve();
  try {
    await untilFound(`${served.url}${path}`);
    return (performance.now() - began) / 1000;
  } finally {
    await served.stop();
  }
}

/** What `npm start` runs, until its sign-in page is there. @returns seconds */
async function startWhole(stopping: Stopping, settings: Settings): Promise<number> {
  const port = String(await freePort());
  const url = `http://localhost:${port}`;
  const began = performance.now();
  const started = await stopping.start(
    "npm start",
    async () => npmStart({ ...settings, PORT: port, BASE_URL: url, PROCESS: "all" }),
    ({ stop }) => stop(),
  );
  try {
    const failed = started.ended.then((code) => {
      throw new Error(`npm start ended with ${code}.`);
    });
    await Promise.race([untilFound(`${url}/staff/sign-in`), failed]);
    return (performance.now() - began) / 1000;
  } finally {
    await started.stop();
  }
}

function npmStart(settings: Settings) {
  const child = spawn(process.execPath, [resolve("lib/cli/setup.mjs"), "start"], {
    stdio: "ignore",
    detached: true,
    env: servingEnvironment(settings),
  });
  const ended = new Promise<number | null>((done) => child.once("exit", done));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { ended, stop };
}

async function untilFound(url: string): Promise<void> {
  for (const began = performance.now(); performance.now() - began < GIVE_UP_MS; await wait(20)) {
    const answer = await fetch(url, { redirect: "manual" }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.status === 200) return;
  }
  throw new Error(`${url} did not answer 200 within ${GIVE_UP_MS / 1000} s.`);
}
