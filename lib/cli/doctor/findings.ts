import { existsSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { Client } from "pg";
import { hasKeys, loadKeys } from "@/lib/adapters/key-files";
import { findBinaries } from "@/lib/adapters/postgres/binaries";
import { runningOn } from "@/lib/adapters/postgres/leftover";
import { missingMigrations } from "@/lib/db/migrate";
import { type Env, isSet, ownProblems, problemTable, readEnv } from "@/lib/env";
import { portProblem } from "@/lib/server/port";
import { sentenceOf } from "../terminal";

/** One thing that was looked at: wrong with a sentence, or right with an optional note. */
export type Finding = { readonly what: string; readonly wrong?: string; readonly note?: string };

const REACH_MS = 5_000;

type Look = (env: Env) => Promise<string | undefined> | string | undefined;

/** Looks at one thing; what `look` returns is a note, what it throws is what is wrong. */
async function finding(what: string, env: Env, look: Look): Promise<Finding> {
  try {
    const note = await look(env);
    return note === undefined ? { what } : { what, note };
  } catch (error) {
    return { what, wrong: sentenceOf(error) };
  }
}

/** A sentence thrown as it is; the stack says nothing to the person. */
function wrong(sentence: string): never {
  const error = new Error(sentence);
  error.stack = sentence;
  throw error;
}

export async function findFindings(): Promise<Finding[]> {
  const problems = ownProblems(["SMTP_URL", "MAIL_FROM"]);
  const runtime: Finding = { what: "Node", note: process.version };
  if (problems.some(({ name }) => isSet(name)))
    return [runtime, { what: "Settings", wrong: problemTable(problems) }];
  const settings: Finding =
    problems.length > 0 ? { what: "Settings", wrong: problemTable(problems) } : { what: "Settings" };
  const env = readEnv();
  const looks: [string, Look][] = [
    ["Database", isSet("DATABASE_URL") ? externalDatabase : embeddedDatabase],
    ["Key files", keyFiles],
    ["Port", port],
    ["Mail server", mailServer],
    ["Public address", publicAddress],
  ];
  return [runtime, settings, ...(await Promise.all(looks.map(([what, look]) => finding(what, env, look))))];
}

async function externalDatabase({ DATABASE_URL, DATABASE_OWNER_URL }: Env): Promise<string> {
  const client = new Client({ connectionString: DATABASE_URL, connectionTimeoutMillis: REACH_MS });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query(
      "SELECT current_setting('server_version_num')::int AS version, rolsuper AS super, current_user AS name FROM pg_roles WHERE rolname = current_user",
    );
    const { version, super: isSuper, name } = rows[0];
    if (version < 150_000) wrong("The server is older than PostgreSQL 15.");
    if (isSuper)
      wrong(
        `DATABASE_URL signs in as ${name}, a superuser. Use habeas_app; npm run -s setup-database prints how.`,
      );
  } finally {
    await client.end();
  }
  const missing = await missingMigrations(DATABASE_URL);
  if (missing.length > 0 && DATABASE_OWNER_URL === undefined) {
    wrong(`It lacks ${missing.join(", ")}, and DATABASE_OWNER_URL is not set.`);
  }
  return missing.length > 0 ? `the next start applies ${missing.join(", ")}` : "up to date";
}

function embeddedDatabase({ HABEAS_VAR }: Env): string {
  findBinaries();
  const folder = join(HABEAS_VAR, "postgres");
  if (!existsSync(folder)) return `embedded; the first start makes it in ${folder}`;
  return `embedded, in ${folder}, ${runningOn(folder) === undefined ? "not running" : "running"}`;
}

function keyFiles({ KEY_DIR, HABEAS_VAR }: Env): string {
  if (hasKeys(KEY_DIR)) {
    loadKeys(KEY_DIR);
    return KEY_DIR;
  }
  if (!isSet("DATABASE_URL") && existsSync(join(HABEAS_VAR, "postgres"))) {
    wrong(
      `${KEY_DIR} holds no key files, although there is a database. Restore them from your backup, or set KEY_DIR.`,
    );
  }
  return `the first start makes them in ${KEY_DIR}`;
}

async function port({ HOST, PORT, PROCESS }: Env): Promise<string | undefined> {
  if (PROCESS === "worker") return "a worker needs none";
  const problem = await portProblem(HOST, PORT);
  return problem === undefined
    ? `${PORT} on ${HOST} is free`
    : wrong(`${problem} (Is Habeas running? Then all is well.)`);
}

async function mailServer({ SMTP_URL }: Env): Promise<string> {
  if (SMTP_URL === undefined) wrong("SMTP_URL is not set.");
  const { hostname, port: given, protocol } = new URL(SMTP_URL);
  const number = Number(given || (protocol === "smtps:" ? 465 : 587));
  await new Promise<void>((reached, failed) => {
    const socket = connect({ host: hostname, port: number, timeout: REACH_MS });
    const give = () => {
      socket.destroy();
      failed(
        Object.assign(new Error(), {
          stack: `Nothing answers at the mail server's address on port ${number}.`,
        }),
      );
    };
    socket.once("connect", () => {
      socket.destroy();
      reached();
    });
    socket.once("timeout", give);
    socket.once("error", give);
  });
  return `answers on port ${number}`;
}

function publicAddress({ BASE_URL }: Env): string {
  if (!isSet("BASE_URL"))
    return `${BASE_URL}; set BASE_URL before others use it, for it is what links in mails begin with`;
  return BASE_URL;
}
