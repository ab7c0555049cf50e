/** What every attack is held against: nothing changed, the server still answers, the log still verifies. */
import { execFileSync } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import type { OutgoingHttpHeaders } from "node:http";
import type { Ctx } from "@/lib/commands/context";
import type { TestApp } from "./app";
import type { TestDatabase } from "./database";
import { aController, publicCtxAt } from "./desk";
import { type Answer, send, type Visitor } from "./http";

/** The context of the public at a new controller, with the application's own address in its mails. */
export async function publicAt(app: TestApp): Promise<Ctx> {
  return { ...publicCtxAt(await aController()), baseUrl: app.url };
}

/** A filing as a program sends it; `change` replaces whatever it names. */
export function aProgramsFiling(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  const who = { name: "Ann Example", email: `${randomUUID().slice(0, 8)}@person.test` };
  return { language: "en", who, requests: [{ right: "access" }], ...change };
}

/** Files over HTTP as a program does; a string is sent as the body it is. */
export function fileOver(
  app: TestApp,
  slug: string,
  filing: unknown,
  {
    key = randomUUID(),
    headers = {},
  }: { readonly key?: string; readonly headers?: OutgoingHttpHeaders } = {},
): Promise<Answer> {
  return send(app.url, {
    method: "POST",
    path: `/api/public/${slug}/filings`,
    headers: {
      origin: app.url,
      accept: "application/json",
      "content-type": "application/json",
      "idempotency-key": key,
      ...headers,
    },
    body: typeof filing === "string" ? filing : JSON.stringify(filing),
  });
}

/** Posts a body as it is, with somebody's cookies, from one of our pages. Cookies that come back are not kept. */
export function postAs(
  app: TestApp,
  { cookies }: Visitor,
  path: string,
  body: string,
  headers: OutgoingHttpHeaders = {},
): Promise<Answer> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const ours = { origin: app.url, accept: "application/json", "content-type": "application/json" };
  return send(app.url, { method: "POST", path, body, headers: { ...ours, cookie, ...headers } });
}

/** Counters of floods are no part of what the product knows. */
const NOT_COMPARED = ["RateLimit"];

async function tablesOf(database: TestDatabase, schemas: readonly string[]): Promise<string[]> {
  const found = await database.query<{ name: string }>(
    "postgres",
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema = any($1) and table_name <> all($2) order by 1`,
    [schemas, NOT_COMPARED],
  );
  return found.map(({ name }) => name);
}

/**
 * How many rows each table has, and a hash over all of them: differs as soon as anything at all was changed. When a
 * session was last seen, and for which day the staff's digest was made, are left out, since those move with the clock.
 */
export async function everything(database: TestDatabase): Promise<Readonly<Record<string, string>>> {
  const tables = (await tablesOf(database, ["public"])).filter((table) => table !== 'public."DigestDay"');
  const parts = tables.map(
    (table) =>
      `select '${table}' as name, count(*) || ' ' || md5(coalesce(string_agg(line, '|' order by line), '')) as state from (select (to_jsonb(t) - 'lastSeenAt')::text as line from ${table} t) lines`,
  );
  const rows = await database.query<{ name: string; state: string }>("postgres", parts.join(" union all "));
  expect(rows.length).toBeGreaterThan(25);
  return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
}

/** In which tables, of the queues too, a text stands: as it is, as base64 or as hexadecimal digits. */
export async function tablesHolding(database: TestDatabase, text: string): Promise<string[]> {
  const bytes = Buffer.from(text);
  const inner = (encoded: string): string => encoded.replace(/=+$/, "").slice(0, -2);
  const forms = [
    text,
    inner(bytes.toString("base64")),
    inner(bytes.toString("base64url")),
    bytes.toString("hex"),
  ];
  const parts = (await tablesOf(database, ["public", "pgboss"])).map(
    (table) => `select '${table}' as name from ${table} t where t::text ilike any($1)`,
  );
  const found = await database.query<{ name: string }>("postgres", parts.join(" union all "), [
    forms.map((form) => `%${form.replace(/[\\%_]/g, "\\$&")}%`),
  ]);
  return [...new Set(found.map(({ name }) => name))];
}

/**
 * Waits until the worker has nothing to send and recomputes no clock, so that what changes from here on was changed by
 * the attack. A notice that a busy worker could not finish lies still for two minutes, and is not waited for.
 */
export async function untilSent(database: TestDatabase): Promise<void> {
  const until = Date.now() + 20_000;
  for (;;) {
    const [left] = await database.query<{ owed: number; runs: number }>(
      "postgres",
      `select (select count(*)::int from "Notice"
               where state = 'owed' and "nextAttemptAt" <= now()
                 or state = 'sending' and "nextAttemptAt" > now() + interval '110 seconds') as owed,
              (select count(*)::int from "ClockRun" where state = 'applying') as runs`,
    );
    if (left?.owed === 0 && left.runs === 0) return;
    if (Date.now() > until) throw new Error(`Still owed: ${left?.owed} notices, ${left?.runs} clock runs.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Runs an attack and fails if any row of any table is another one afterwards. */
export async function expectNoChange<T>(database: TestDatabase, attack: () => Promise<T>): Promise<T> {
  await untilSent(database);
  const before = await everything(database);
  const result = await attack();
  expect(await everything(database)).toEqual(before);
  return result;
}

/** The two standing checks after every attack: the server answers within three seconds, and the log verifies. */
export async function expectUnharmed(app: TestApp, database: TestDatabase): Promise<void> {
  const began = performance.now();
  const { status } = await send(app.url, { path: "/api/health" });
  expect({ status, late: performance.now() - began > 3_000 }).toEqual({ status: 200, late: false });
  expect(await brokenLines(database)).toEqual([]);
}

/** The lines that break the log, read as an outsider would: from the lines alone. */
export async function brokenLines(database: TestDatabase): Promise<string[]> {
  const lines = await database.query<{ chain: string; seq: string; line: string }>(
    "habeas_auditor",
    `select "chainId" as chain, seq::text, line from "AuditEvent" order by "chainId", "AuditEvent".seq`,
  );
  expect(lines.length).toBeGreaterThan(0);
  const ends = new Map<string, { next: number; hash: string }>();
  return lines.flatMap(({ chain, seq, line }) => {
    const { next, hash } = ends.get(chain) ?? { next: 0, hash: "0".repeat(64) };
    const said = JSON.parse(line) as { seq: number; prev: string };
    ends.set(chain, { next: next + 1, hash: createHash("sha256").update(line).digest("hex") });
    return said.seq === next && said.prev === hash ? [] : [`${chain} ${seq}`];
  });
}

/** A refusal as everybody gets it: a 4xx with a sentence for a person and no word about how the server is made. */
export function expectRefused(answer: Answer, statuses: readonly number[] = [400]): void {
  expect(statuses).toContain(answer.status);
  const sentence = answer.headers["content-type"]?.includes("json")
    ? String((JSON.parse(answer.text) as { message?: unknown }).message)
    : (/<h1[^>]*>([^<]+)</.exec(answer.text)?.[1] ?? "");
  expect(sentence).toMatch(/^[A-ZÅÄÖ][^<>{}]{8,}$/);
  expectNoInnards(answer.text);
}

/** What a refusal of a program's input says is wrong, by field. */
export function issuesOf({ text }: Answer): readonly { readonly field: string; readonly message: string }[] {
  return (JSON.parse(text) as { issues: { field: string; message: string }[] }).issues;
}

/** Fails when an answer shows where in the code it comes from. */
export function expectNoInnards(text: string): void {
  expect(text).not.toMatch(/\bat \S+ \(|node_modules|\.(?:ts|tsx|js):\d+|PrismaClient|Invalid `|stack/);
}

/**
 * An answer without what is new in every response, to compare two. Next sends a page in pieces whose order
 * depends on how busy the machine is, so of a page every text, address and value counts, and not their order.
 */
export function bytesOf(answer: Answer): string {
  const { location = "", "set-cookie": cookies = [], "content-type": type = "" } = answer.headers;
  const head = [answer.status, type, location, ...cookies].join("\n");
  return `${head}\n\n${type.startsWith("text/html") ? partsOf(answer.text) : answer.text}`;
}

function partsOf(page: string): string {
  const shown = page.replaceAll(/<script[\s\S]*?<\/script>|<!--[\s\S]*?-->|<style[\s\S]*?<\/style>/g, "");
  const texts = shown.split(/<[^>]*>/).map((text) => text.trim());
  const attributes = shown.match(/\b(?:href|action|value|name|src)="[^"]*"/g) ?? [];
  return [...new Set([...texts, ...attributes])].sort().join("\n");
}

/** The memory of the application in MB, as the system counts it. */
export function residentMegabytes(): number {
  const processes = execFileSync("ps", ["-axo", "ppid=,rss=,args="], { encoding: "utf8" }).split("\n");
  const own = processes.flatMap((line) => {
    const [, parent, kilobytes, command = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return Number(parent) === process.pid && command.includes("lib/server/serve.ts")
      ? [Number(kilobytes)]
      : [];
  });
  if (own.length !== 1) throw new Error(`There are ${own.length} applications, not one.`);
  return (own[0] ?? 0) / 1024;
}

/** Runs so many at a time and returns what each gave, in order. */
export async function inParallel<T>(
  total: number,
  atOnce: number,
  run: (n: number) => Promise<T>,
): Promise<T[]> {
  const results: T[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < total) {
      const n = next++;
      results[n] = await run(n);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, total) }, lane));
  return results;
}

/**
 * Writes a letter of the desk and looks at it, as its pages do. Returns the fingerprint with which it is sent.
 * @param at the request's page: "/staff/slug/requests/reference"
 */
export async function lookedAt(
  app: TestApp,
  visitor: Visitor,
  at: string,
  kind: string,
  fields: Readonly<Record<string, unknown>>,
): Promise<{ readonly letter: string }> {
  const kept = await postAs(app, visitor, `/api${at}/letters/${kind}/keep`, JSON.stringify(fields));
  const { text } = await visitor.get(`${at}/letters/${kind}`);
  const [, letter] = /name="letter" value="([0-9a-f]{64})"/.exec(text) ?? [];
  if (letter === undefined) throw new Error(`The letter cannot be looked at: ${kept.status} ${kept.text}`);
  return { letter };
}
