import { actorOf, type Ctx } from "@/lib/commands/context";
import { loadDataKey } from "@/lib/db/data-key";
import type { RightsRequest } from "@/lib/db/request";
import { addTasks, taskRow, tasksOf } from "@/lib/db/task";
import type { Work } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { liftingOwed } from "@/lib/domain/decision/lifting";
import { liftingTask } from "@/lib/domain/decision/task";

/**
 * Makes the task to lift what was restricted while a request was examined, unless there is one, in the transaction in
 * which the request ends or the restriction is recorded afterwards: the person is told first (GDPR Art. 18(3)).
 */
export async function oweLifting(ctx: Ctx, { tx, audit }: Work, request: RightsRequest): Promise<void> {
  const of = { controllerId: ctx.controller.id, requestId: request.id };
  if (!liftingOwed(await tasksOf(of.controllerId, of.requestId, tx))) return;
  const at = ctx.now();
  const on = localDate(at.toISOString(), ctx.controller.settings.zone);
  const task = liftingTask(on);
  const row = taskRow(
    await loadDataKey(tx, request.dataKeyId),
    { ...of, assigneeId: request.assigneeId, createdAt: at, createdBy: actorOf(ctx) },
    task,
  );
  await addTasks(tx, [row]);
  audit({
    type: "task.created",
    subject: row.id,
    request: request.id,
    facts: { task: task.kind, due: task.dueOn },
  });
}
