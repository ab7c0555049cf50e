import { createHmac } from "node:crypto";
import { Pool } from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { Refused } from "@/lib/domain/kernel/refusal";
import { limit, readEnv } from "@/lib/env";
import { keptKey, keys } from "./keys";

/** So many points in so many seconds. */
export type Budget = { readonly points: number; readonly seconds: number };

let pool: Pool | undefined;
const limiters = new Map<string, RateLimiterPostgres>();

/** Counts in the database, so that every process counts the same. Its own few connections: a flood must not take the others. */
export function limiter(name: string, { points, seconds }: Budget): RateLimiterPostgres {
  const known = `${name} ${points} ${seconds}`;
  pool ??= makePool();
  const found =
    limiters.get(known) ??
    new RateLimiterPostgres({
      storeClient: pool,
      storeType: "pool",
      tableName: "RateLimit",
      tableCreated: true,
      // The worker's sweep deletes them; a timer here would outlive a process that stops.
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: seconds,
    });
  limiters.set(known, found);
  return found;
}

function makePool(): Pool {
  const made = new Pool({
    connectionString: readEnv().DATABASE_URL,
    max: 4,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 5_000,
    allowExitOnIdle: true,
  });
  made.on("error", () => undefined);
  return made;
}

/** The stored form of whom a limit counts (address, account, peer): a keyed hash, never the thing itself. */
export function limitKey(name: string, counted: string): string {
  return createHmac("sha256", keptKey(keys().index, "rate-limit|v1", name))
    .update(counted)
    .digest("base64url");
}

/**
 * Takes one point of a budget. LIMITS_<NAME> in the environment replaces the points ("sign-in-peer" is
 * LIMITS_SIGN_IN_PEER).
 * @param name what is limited; lower-case words with hyphens
 * @param counted who is counted, in clear: an address, a peer, an account
 * @throws Refused too_many when the budget is spent; unavailable when it cannot be counted (fails closed)
 */
export async function consume(name: string, counted: string, budget: Budget): Promise<void> {
  const points = limit(name.toUpperCase().replaceAll("-", "_"), budget.points);
  await counting(() => limiter(name, { ...budget, points }).consume(limitKey(name, counted)));
}

/** Runs a step of a limiter and turns its way of saying no into ours. */
export async function counting<T>(step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (thrown) {
    throw new Refused(
      thrown instanceof RateLimiterRes
        ? { code: "too_many", retryAfterSeconds: Math.max(1, Math.ceil(thrown.msBeforeNext / 1000)) }
        : { code: "unavailable" },
    );
  }
}

/** For the end of a process and of a test. */
export async function closeRateLimits(): Promise<void> {
  limiters.clear();
  const closing = pool;
  pool = undefined;
  await closing?.end();
}
