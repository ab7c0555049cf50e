import { fromPrisma, PgBoss } from "pg-boss";
import { readEnv } from "@/lib/env";
import type { Tx } from "./client";
import { Prisma } from "./generated/client";
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

async function started(): Promise<PgBoss> {
  sender ??= start().catch((error) => {
    sender = undefined;
    throw error;
  });
  return sender;
}

/** Puts a job into the queue inside the transaction: committed with it or not at all. The job holds ids only. */
export async function enqueue(
  tx: Tx,
  queue: QueueName,
  data: Readonly<Record<string, string>>,
  startAfter?: Date,
): Promise<void> {
  const boss = await started();
  await boss.send(queue, data, { db: fromPrisma(tx), ...(startAfter ? { startAfter } : {}) });
}

/** The statement that puts a job into the queue, for `transactAtOnce` to hold. */
export async function jobStatement(
  queue: QueueName,
  data: Readonly<Record<string, string>>,
): Promise<Prisma.Sql> {
  let statement: Prisma.Sql | undefined;
  const db = {
    executeSql: async (text: string, values: unknown[] = []) => {
      statement = withValues(text, values);
      return { rows: [{ id: queue }] };
    },
  };
  await (await started()).send(queue, data, { db });
  if (statement === undefined) throw new Error("the queue said no statement");
  return statement;
}

/** A statement with its numbered places, as one that can be held by another, whose places have other numbers. */
function withValues(text: string, values: readonly unknown[]): Prisma.Sql {
  const parts = text.split(/\$(\d+)/);
  const places = parts.filter((_, n) => n % 2 === 1).map((place) => values[Number(place) - 1]);
  return new Prisma.Sql(
    parts.filter((_, n) => n % 2 === 0),
    places,
  );
}

export async function closeSender(): Promise<void> {
  const boss = await sender?.catch(() => undefined);
  sender = undefined;
  await boss?.stop({ graceful: false });
}
