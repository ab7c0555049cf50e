import { execFile } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { Client } from "pg";
import { BENCH_FOLDER } from "./installation";

/** Where the bare application is built; it is no part of the product and exists for one run. */
export const BARE_FOLDER = join(BENCH_FOLDER, "bare");

/**
 * The least that Next can do behind the same front: a route that does one prepared INSERT with what it was sent, and a
 * page that says nothing.
 */
const FILES: Readonly<Record<string, string>> = {
  "package.json": `{ "name": "bare", "private": true }`,
  "next.config.js": `module.exports = {
  poweredByHeader: false,
  images: { unoptimized: true },
  turbopack: { root: ${JSON.stringify(resolve("."))} },
};`,
  "app/layout.js": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}`,
  // Under the desk's path, where the front leaves the scripts of a page in.
  "app/staff/empty/page.js": `export const dynamic = "force-dynamic";
export default function Page() {
  return <p>Empty</p>;
}`,
  "app/api/insert/route.js": `import { randomUUID } from "node:crypto";
import { Pool } from "pg";
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
export async function POST(request) {
  const body = await request.text();
  await pool.query({ name: "bare", text: 'insert into "Bare" values ($1, $2)', values: [randomUUID(), body] });
  return Response.json({}, { status: 201 });
}`,
};

/**
 * Builds the bare application and makes the one table it writes into.
 * @param ownerUrl connection of the owner of the bench's database
 */
export async function buildBareApp(ownerUrl: string): Promise<void> {
  rmSync(BARE_FOLDER, { recursive: true, force: true });
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(dirname(join(BARE_FOLDER, name)), { recursive: true });
    writeFileSync(join(BARE_FOLDER, name), `${content}\n`);
  }
  const next = resolve("node_modules/next/dist/bin/next");
  await promisify(execFile)(process.execPath, [next, "build", BARE_FOLDER], {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  await client.query(`create table "Bare" ("id" uuid primary key, "body" text not null)`);
  await client.query(`grant insert on "Bare" to habeas_app`);
  await client.end();
}
