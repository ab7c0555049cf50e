import { Client } from "pg";
import { currentBasis } from "@/lib/commands/clock/compute";
import { copyRows } from "./fill/copy-rows";
import { addFiling, type FillOf, noRows, type Rows } from "./fill/filing-rows";
import type { BenchInstallation } from "./installation";

/** Requests of one COPY: large enough that its fixed cost does not show. */
const BATCH = 2_000;

const TABLES = ["DataKey", "Filing", "PersonIndex", "RightsRequest", "Notice", "Link"] as const;

/** How many requests a desk holds, and up to which number its people are made up. */
export type Filled = { readonly requests: number; readonly people: number };

/**
 * Fills a desk up to so many open requests: sealed rows by COPY, their events through audit_append, so that the chain
 * verifies; then VACUUM ANALYZE, as the database does it by itself in time.
 * @param progress told of every step
 */
export async function fill(
  { urls, controller, officers }: BenchInstallation,
  from: Filled,
  requests: number,
  progress: (line: string) => void,
): Promise<Filled> {
  const of: FillOf = {
    controller,
    basis: await currentBasis(controller),
    staffIds: officers.map(({ id }) => id),
    now: new Date(),
  };
  const client = new Client({ connectionString: urls.app });
  await client.connect();
  let filled = from;
  let batches = 0;
  let writing: Promise<void> = Promise.resolve();
  try {
    while (filled.requests < requests) {
      const { rows, now } = batch(of, filled, Math.min(BATCH, requests - filled.requests));
      await writing;
      writing = write(client, controller.id, rows);
      // Awaited before the next is written; until then its failure is nobody's yet.
      writing.catch(() => undefined);
      filled = now;
      batches += 1;
      if (batches % 10 === 0) progress(`  ${filled.requests} of ${requests} requests …`);
    }
    await writing;
  } finally {
    await client.end();
  }
  await analyse(urls.owner ?? urls.app);
  return filled;
}

function batch(of: FillOf, from: Filled, count: number): { readonly rows: Rows; readonly now: Filled } {
  const rows = noRows();
  let people = from.people;
  while (rows.RightsRequest.length < count) {
    people += 1;
    addFiling(rows, of, people);
  }
  return { rows, now: { requests: from.requests + rows.RightsRequest.length, people } };
}

async function write(client: Client, controllerId: string, rows: Rows): Promise<void> {
  for (const table of TABLES) await copyRows(client, table, rows[table]);
  await client.query("select audit_append($1, $2)", [controllerId, JSON.stringify(rows.events)]);
}

/**
 * Makes sure that the log of the fill is a log: every line hashes to its hash, names the one before it, and the head is
 * the last.
 * @throws Error where it is not
 */
export async function checkChain({ urls, controller }: BenchInstallation): Promise<void> {
  const client = new Client({ connectionString: urls.app });
  await client.connect();
  const { rows } = await client.query(
    `select count(*)::int as "lines", bool_and(sha256(convert_to("line", 'UTF8')) = "hash"
       and ("line"::json->>'prev') = coalesce(encode("before", 'hex'), repeat('0', 64))) as "sound",
       (select h."hash" from "AuditHead" h where h."chainId" = $1)
         = (array_agg("hash" order by "seq" desc))[1] as "headIsLast"
     from (select *, lag("hash") over (order by "seq") as "before" from "AuditEvent" where "chainId" = $1) e`,
    [controller.id],
  );
  await client.end();
  if (!rows[0]?.sound || !rows[0].headIsLast) throw new Error("The log of the filled desk is not a chain.");
}

async function analyse(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query("vacuum analyze");
  await client.end();
}
