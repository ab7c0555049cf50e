import { actorOf, type Ctx } from "@/lib/commands/context";
import type { DataKeyHandle } from "@/lib/db/seal";
import { addSuppression, suppressionRows } from "@/lib/db/suppression";
import { addTasks, taskRow } from "@/lib/db/task";
import type { Work } from "@/lib/db/transact";
import type { Clock } from "@/lib/domain/clock/types";
import { tasksOfFiling } from "@/lib/domain/decision/task";
import type { Right } from "@/lib/domain/kernel/right";

/** A request as it is filed, with its key still open. */
type Filed = {
  readonly handle: DataKeyHandle;
  readonly row: { readonly id: string; readonly right: Right };
  readonly clock: Pick<Clock, "target" | "receivedOn">;
};

/**
 * What a filing makes due at once, whether or not its address is ever confirmed: tasks to stop (GDPR Art. 7(3),
 * 21(3)), and for direct marketing the entry that keeps the address off every list from now on. Runs in the
 * transaction that files.
 * @param email as the person gave it; "" where they gave none
 */
export async function stopAtOnce(
  ctx: Ctx,
  { tx, audit }: Work,
  email: string,
  requests: readonly Filed[],
): Promise<void> {
  const controllerId = ctx.controller.id;
  const at = ctx.now();
  for (const { handle, row, clock } of requests) {
    const of = { controllerId, requestId: row.id, createdAt: at, createdBy: actorOf(ctx) };
    const tasks = tasksOfFiling(row.right, clock).map((task) => taskRow(handle, of, task));
    await addTasks(tx, tasks);
    for (const task of tasks) {
      const facts = { task: task.kind, due: task.dueOn.toISOString().slice(0, 10) };
      audit({ type: "task.created", subject: task.id, request: row.id, facts });
    }
    if (row.right !== "marketing_objection" || email === "") continue;
    const entry = suppressionRows({ controllerId, requestId: row.id, email, at });
    if (await addSuppression(tx, entry)) {
      audit({ type: "suppression.added", subject: entry.row.id, request: row.id });
    }
  }
}
