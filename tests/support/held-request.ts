/** Acts that meet at one request, in an order that the test chooses. */
import { Client } from "pg";
import type { TestDatabase } from "./database";

/**
 * Holds a request's row until every act has begun, in turn, and waits for a lock.
 * @param meanwhile done by whoever holds the row, before it is given free
 * @returns what became of each act
 */
export async function whileHeld(
  database: TestDatabase,
  requestId: string,
  acts: readonly (() => Promise<unknown>)[],
  meanwhile = "",
): Promise<PromiseSettledResult<unknown>[]> {
  const holder = new Client({ connectionString: database.url("postgres") });
  await holder.connect();
  try {
    await holder.query("begin");
    await holder.query(`select 1 from "RightsRequest" where "id" = $1 for update`, [requestId]);
    const begun: Promise<unknown>[] = [];
    for (const act of acts) {
      begun.push(act());
      await untilWaiting(database, begun.length);
    }
    if (meanwhile) await holder.query(meanwhile);
    await holder.query("commit");
    return await Promise.allSettled(begun);
  } finally {
    await holder.end();
  }
}

async function untilWaiting(database: TestDatabase, many: number): Promise<void> {
  const sql = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  for (let tries = 0; tries < 200; tries++) {
    const [row] = await database.query<{ n: number }>("postgres", sql);
    if ((row?.n ?? 0) >= many) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`${many} should have waited by now`);
}
