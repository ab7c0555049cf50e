import { createHash } from "node:crypto";
import type { Client } from "pg";
import { getConstructionPlans, PgBoss } from "pg-boss";

/** A queue of the worker and its options as pg-boss takes them. */
export type QueueDefinition = { readonly name: string; readonly options: Readonly<Record<string, unknown>> };

/** What the app role needs to send, fetch and look after jobs; it can create nothing. */
const GRANTS = `
GRANT USAGE ON SCHEMA pgboss TO habeas_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA pgboss TO habeas_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA pgboss TO habeas_app;
GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO habeas_app;
`;

/** Changes with the queues and with the schema of the installed pg-boss. */
function fingerprint(queues: readonly QueueDefinition[]): string {
  return createHash("sha256")
    .update(getConstructionPlans("pgboss"))
    .update(JSON.stringify(queues))
    .digest("hex");
}

/**
 * Installs or updates the schema of pg-boss and the queues over the owner's connection, and lets the app role use
 * them. Does nothing when the mark it leaves on the schema says that all is as it should be.
 */
export async function installQueues(
  client: Client,
  ownerUrl: string,
  queues: readonly QueueDefinition[],
): Promise<boolean> {
  const mark = `habeas ${fingerprint(queues)}`;
  const { rows } = await client.query(
    "SELECT obj_description(oid, 'pg_namespace') AS mark FROM pg_namespace WHERE nspname = 'pgboss'",
  );
  if (rows[0]?.mark === mark) return false;
  const boss = new PgBoss({ connectionString: ownerUrl, max: 2, supervise: false, schedule: false });
  boss.on("error", () => undefined);
  await boss.start();
  try {
    for (const { name, options } of queues) {
      const found = await boss.getQueue(name);
      if (found) await boss.updateQueue(name, withoutPolicy(options));
      else await boss.createQueue(name, options);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  await client.query(`${GRANTS} COMMENT ON SCHEMA pgboss IS '${mark}'`);
  return true;
}

/** A queue's policy is settled when it is made. */
function withoutPolicy(options: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { policy: _, ...rest } = options;
  return rest;
}
