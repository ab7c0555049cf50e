import { PrismaPg } from "@prisma/adapter-pg";
import { readEnv } from "@/lib/env";
import { type Prisma, PrismaClient } from "./generated/client";
import { statementNames } from "./statement-names";

/** The tables inside a transaction. Only lib/db and, passed along unopened, commands hold one. */
export type Tx = Prisma.TransactionClient;

let client: PrismaClient | undefined;

/** The one client of this process, over the app role's connection. Reads outside a transaction only. */
export function db(): PrismaClient {
  const env = readEnv();
  client ??= new PrismaClient({
    adapter: new PrismaPg(
      {
        connectionString: env.DATABASE_URL,
        max: env.DATABASE_POOL,
        connectionTimeoutMillis: 5_000,
        statement_timeout: 15_000,
        lock_timeout: 5_000,
        idle_in_transaction_session_timeout: 15_000,
      },
      { onPoolError: () => undefined, statementNameGenerator: statementNames() },
    ),
    transactionOptions: { maxWait: 5_000, timeout: 10_000 },
  });
  return client;
}

export async function closeDb(): Promise<void> {
  await client?.$disconnect();
  client = undefined;
}
