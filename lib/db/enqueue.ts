import { fromPrisma, PgBoss } from "pg-boss";
import { readEnv } from "@/lib/env";
import type { Tx } from "./client";
import type { QueueName } from "./queues";

let sender: Promise<PgBoss> | undefined;

function start(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: readEnv().DATABASE_URL,
    max: 1,
    migrate: false,
    createSchema: false,
    supervise: false,
    schedule: false,
  });
  boss.on("error", () => undefined);
  return boss.start();
}

/** Puts a job into the queue inside the transaction: committed with it or not at all. The job holds ids only. */
export async function enqueue(
  tx: Tx,
  queue: QueueName,
  data: Readonly<Record<string, string>>,
  startAfter?: Date,
): Promise<void> {
  sender ??= start().catch((error) => {
    sender = undefined;
    throw error;
  });
  const boss = await sender;
  await boss.send(queue, data, { db: fromPrisma(tx), ...(startAfter ? { startAfter } : {}) });
}

export async function closeSender(): Promise<void> {
  const boss = await sender?.catch(() => undefined);
  sender = undefined;
  await boss?.stop({ graceful: false });
}
