/** The worker's queue of notices, on the real pg-boss. */

import { db } from "@/lib/db/client";
import { closeSender, enqueue } from "@/lib/db/enqueue";
import { readEnv } from "@/lib/env";
import { startWorker } from "@/lib/jobs/worker";
import { useDatabase } from "@/tests/support/database";
import { ACCESS, aController, aFiling, filed, publicCtxAt } from "@/tests/support/desk";
import { deliver } from "@/tests/support/office";

const database = useDatabase();
afterAll(() => closeSender());

test("the mail of who files now does not wait behind a long queue of what was sent already", async () => {
  const ctx = publicCtxAt(await aController());
  const { filingId } = await filed(ctx, aFiling([ACCESS]));
  await deliver(ctx);
  const sent = await db().notice.findFirstOrThrow({ where: { filingId } });
  const mails: string[] = [];
  const worker = await startWorker({
    databaseUrl: readEnv().DATABASE_URL,
    baseUrl: "https://example.org",
    failed: (job, error) => {
      throw new Error(`${job}: ${error}`);
    },
    mailer: {
      send: async ({ to }) => {
        mails.push(to);
        return { accepted: true };
      },
      verify: async () => true,
      close: () => undefined,
    },
  });
  // The sweep at the start sends what is due whatever the queue holds: only after it does the queue tell.
  await until(async () => {
    const swept = `select 1 from pgboss.job where name = 'sweep' and state = 'completed'`;
    return (await database.query("postgres", swept)).length > 0;
  });
  await db().$transaction(async (tx) => {
    for (let n = 0; n < 300; n += 1) await enqueue(tx, "deliver-notice", { noticeId: sent.id });
  });
  await filed(ctx, aFiling([ACCESS]));
  await until(async () => mails.length > 0);
  await worker.stop();
  expect(mails).toHaveLength(1);
});

/** Five jobs a second, as before, would take a minute for these. */
async function until(found: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 15_000;
  while (!(await found()) && Date.now() < end) await new Promise((done) => setTimeout(done, 50));
}
