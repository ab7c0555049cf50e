import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "@/lib/adapters/free-port";
import { createTestDatabase, dropTestDatabase } from "@/tests/support/database";
import { type Command, familyOf, npm, untilGone } from "@/tests/support/processes";

const PROMISED_MS = 10_000;
const LINK = /http:\/\/localhost:\d+\/staff\/\S+/;

let folder: string;
let settings: Record<string, string>;
let started: Command[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "habeas-start-"));
  chmodSync(folder, 0o755);
  started = [];
  settings = {
    HABEAS_VAR: folder,
    PORT: String(await freePort()),
    SMTP_URL: "smtp://127.0.0.1:1/?tls=none",
    MAIL_FROM: "privacy@habeas.test",
  };
});

afterEach(async () => {
  for (const { pid } of started) {
    const family = familyOf(pid);
    for (const member of family) process.kill(member.pid, "SIGKILL");
    await untilGone(family, PROMISED_MS);
  }
  rmSync(folder, { recursive: true, force: true });
});

function run(...args: string[]): Command {
  const command = npm(args, settings);
  started.push(command);
  return command;
}

const answer = (path: string) =>
  fetch(`http://127.0.0.1:${settings.PORT}${path}`, { signal: AbortSignal.timeout(5_000) });

/** `npm start`, and everything it runs, once it says that it is ready. */
async function start(): Promise<{ command: Command; family: ReturnType<typeof familyOf> }> {
  const command = run("start");
  let hasEnded = false;
  void command.ended.then(() => {
    hasEnded = true;
  });
  while (!command.output().includes("Ctrl-C stops it.")) {
    if (hasEnded) throw new Error(`npm start ended:\n${command.output()}`);
    await wait(50);
  }
  expect((await answer("/api/health")).status).toBe(200);
  return { command, family: familyOf(command.pid) };
}

const servers = (family: ReturnType<typeof familyOf>) => family.filter(({ command }) => / -D /.test(command));

test("without a mail server it does not start, and says what to set", async () => {
  delete settings.SMTP_URL;
  const command = run("start");
  expect(await command.ended).toBe(1);
  expect(command.output()).toMatch(/SMTP_URL +is not set +smtps:/);
  expect(readdirSync(folder)).toEqual([]);
});

test("starts with a database and keys of its own, and SIGTERM to npm ends all of it", async () => {
  const { command, family } = await start();
  expect(command.output()).toMatch(LINK);
  for (const name of readdirSync(join(folder, "keys"))) {
    expect(statSync(join(folder, "keys", name)).mode & 0o777).toBe(0o600);
  }
  expect(servers(family)).toHaveLength(1);
  expect(family.length).toBeGreaterThanOrEqual(5);
  process.kill(command.pid, "SIGTERM");
  expect(await untilGone(family, PROMISED_MS)).toEqual([]);
  expect(existsSync(join(folder, "postgres", "postmaster.pid"))).toBe(false);
});

test("Ctrl-C ends all of it", async () => {
  const { command, family } = await start();
  process.kill(-command.pid, "SIGINT");
  expect(await untilGone(family, PROMISED_MS)).toEqual([]);
});

test("npm killed with -9 leaves nothing behind", async () => {
  const { command, family } = await start();
  process.kill(command.pid, "SIGKILL");
  expect(await untilGone(family, PROMISED_MS)).toEqual([]);
});

test("after everything but PostgreSQL was killed with -9, the next start recovers, with one PostgreSQL", async () => {
  const first = await start();
  const [leftover] = servers(first.family);
  for (const { pid, command } of first.family) {
    if (!command.includes("postgres")) process.kill(pid, "SIGKILL");
  }
  await wait(500);
  expect(await untilGone(leftover ? [leftover] : [], 0)).toHaveLength(1);
  const keys = readdirSync(join(folder, "keys"));
  const second = await start();
  expect(await untilGone(leftover ? [leftover] : [], 0)).toEqual([]);
  expect(servers(second.family)).toHaveLength(1);
  expect(readdirSync(join(folder, "keys"))).toEqual(keys);
});

test("a busy port, and a folder that another Habeas uses, are a sentence each", async () => {
  const { family } = await start();
  const samePort = run("start");
  expect(await samePort.ended).toBe(1);
  expect(samePort.output()).toContain(`Port ${settings.PORT} on 127.0.0.1 is already in use.`);
  settings = { ...settings, PORT: String(await freePort()) };
  const sameFolder = run("start");
  expect(await sameFolder.ended).toBe(1);
  expect(sameFolder.output()).toContain(`Habeas already runs on ${folder}.`);
  expect(await untilGone(servers(family), 0)).toHaveLength(1);
});

test("an external database is used as it is, and what serves never holds the owner's credentials", async () => {
  const database = await createTestDatabase("empty");
  try {
    const owner = database.url("habeas_owner");
    settings = { ...settings, DATABASE_URL: database.url("habeas_app"), DATABASE_OWNER_URL: owner };
    const { command, family } = await start();
    expect(servers(family)).toEqual([]);
    const serving = family.filter((row) => row.command.includes("lib/server/serve.ts"));
    expect(serving).toHaveLength(1);
    expect(environmentOf(serving[0]?.pid)).not.toContain(new URL(owner).password);
    process.kill(command.pid, "SIGTERM");
    expect(await untilGone(family, PROMISED_MS)).toEqual([]);
  } finally {
    await dropTestDatabase(database);
  }
});

test("an external database that was not prepared, and none at all, are a sentence each", async () => {
  const database = await createTestDatabase("empty");
  try {
    settings = { ...settings, DATABASE_URL: database.url("habeas_app") };
    const unprepared = run("start");
    expect(await unprepared.ended).toBe(1);
    expect(unprepared.output()).toMatch(/The database lacks \d+_ground.*Run npm run migrate/);
  } finally {
    await dropTestDatabase(database);
  }
  const closed = createServer().listen(0, "127.0.0.1");
  await once(closed, "listening");
  const { port } = closed.address() as { port: number };
  await new Promise((done) => closed.close(done));
  settings = { ...settings, DATABASE_URL: `postgresql://habeas_app:Vf3mQ9xT@127.0.0.1:${port}/habeas` };
  const unreachable = run("start");
  expect(await unreachable.ended).toBe(1);
  expect(unreachable.output()).toContain("The database does not answer.");
  expect(unreachable.output()).not.toContain("Vf3mQ9xT");
});

/** The environment a process was started with, where the system shows it. */
function environmentOf(pid: number | undefined): string {
  return process.platform === "linux" ? readFileSync(`/proc/${pid}/environ`, "utf8") : "";
}
