import type { Ctx } from "@/lib/commands/context";
import { loadDataKey } from "@/lib/db/data-key";
import type { RightsRequest } from "@/lib/db/request";
import { endTask, tasksOf } from "@/lib/db/task";
import type { Work } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { overtaken } from "@/lib/domain/decision/task";

/**
 * Ends what was to be done only while a request was examined and was never recorded, in the transaction in which the
 * request ends: as not done, by nobody, with whether its day had passed (GDPR Art. 5(2): what cannot be shown is not said).
 */
export async function endMeanwhile(ctx: Ctx, { tx, audit }: Work, request: RightsRequest): Promise<void> {
  const now = ctx.now();
  const on = localDate(now.toISOString(), ctx.controller.settings.zone);
  for (const task of await tasksOf(ctx.controller.id, request.id, tx)) {
    const ground = task.state === "open" ? overtaken(task, on) : null;
    if (!ground) continue;
    const proof = await endTask(tx, await loadDataKey(tx, request.dataKeyId), task, {
      ...{ state: "not_possible", ground, proof: { text: "", systems: "", on }, doneAt: now, doneBy: null },
    });
    const facts = { task: task.kind, because: ground, proof, late: on > task.dueOn };
    audit({ type: "task.not_possible", subject: task.id, request: request.id, facts });
  }
}
