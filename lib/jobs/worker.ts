import { PgBoss } from "pg-boss";
import type { Mailer } from "@/lib/adapters/mail";
import { recomputeOpen } from "@/lib/commands/clock/recompute-open";
import type { InstallationCtx } from "@/lib/commands/context";
import { deliverNotice } from "./deliver-notice";
import { sweep } from "./sweep";

/** What the worker needs from whoever starts it. `failed` is told the name of the job and the error. */
export type WorkerOptions = {
  readonly databaseUrl: string;
  readonly baseUrl: string;
  readonly mailer: Mailer;
  readonly failed: (job: string, error: unknown) => void;
};

/** Starts the jobs of this process; `stop` lets running ones finish or gives them back within six seconds. */
export async function startWorker(options: WorkerOptions): Promise<{ stop(): Promise<void> }> {
  const ctx: InstallationCtx = {
    actor: { kind: "system" },
    now: () => new Date(),
    language: "en",
    baseUrl: options.baseUrl,
  };
  const boss = new PgBoss({
    connectionString: options.databaseUrl,
    max: 4,
    migrate: false,
    createSchema: false,
    persistQueueStats: false,
    reindex: false,
  });
  boss.on("error", (error) => options.failed("queue", error));
  await boss.start();

  const guarded = (job: string, run: () => Promise<void>) =>
    run().catch((error) => {
      options.failed(job, error);
      throw error;
    });
  await boss.work<{ noticeId: string }>(
    "deliver-notice",
    // While there is more than a batch, the next follows at once: the mail of who files now waits for no slow polling.
    { pollingIntervalSeconds: 1, batchSize: 20, burstWhenBatchFull: true },
    async (jobs) => {
      // One that fails keeps no other of its batch from its turn.
      const failed: unknown[] = [];
      for (const { data } of jobs) {
        await guarded("deliver-notice", () => deliverNotice(ctx, options.mailer, data.noticeId)).catch(
          (error) => failed.push(error),
        );
      }
      if (failed.length > 0) throw failed[0];
    },
  );
  await boss.work<{ runId: string }>("recompute", { pollingIntervalSeconds: 1 }, async (jobs) => {
    for (const job of jobs) await guarded("recompute", () => recomputeOpen(ctx, job.data.runId));
  });
  await boss.work("sweep", { pollingIntervalSeconds: 5 }, () =>
    guarded("sweep", () => sweep(ctx, options.mailer)),
  );
  await boss.schedule("sweep", "* * * * *");
  await boss.send("sweep", {}, { singletonKey: "at-start" });
  return { stop: () => boss.stop({ graceful: true, timeout: 6_000 }) };
}
