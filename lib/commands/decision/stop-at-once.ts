import { actorOf, type Ctx } from "@/lib/commands/context";
import type { DataKeyHandle } from "@/lib/db/seal";
import { type SuppressionRows, suppressionRows } from "@/lib/db/suppression";
import { taskRow } from "@/lib/db/task";
import type { AuditEntry } from "@/lib/domain/audit/events";
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
 * What a request makes due at once, whether or not its address is ever confirmed: tasks to stop (GDPR Art. 7(3),
 * 21(3)), and what the log says of them. Saved in the transaction that files.
 */
export function tasksAtOnce(ctx: Ctx, { handle, row, clock }: Filed) {
  const controllerId = ctx.controller.id;
  const of = { controllerId, requestId: row.id, createdAt: ctx.now(), createdBy: actorOf(ctx) };
  const tasks = tasksOfFiling(row.right, clock).map((task) => taskRow(handle, of, task));
  const entries = tasks.map(
    (task): AuditEntry => ({
      type: "task.created",
      subject: task.id,
      request: row.id,
      facts: { task: task.kind, due: task.dueOn.toISOString().slice(0, 10) },
    }),
  );
  return { tasks, entries };
}

/**
 * The entry that keeps an address off every list of direct marketing from now on (GDPR Art. 21(3)), where a filing
 * objects to it; null where it does not.
 * @param email of the person themself; "" where they gave none, or somebody else asked for them
 */
export function suppressionAtOnce(
  ctx: Ctx,
  email: string,
  requests: readonly Filed[],
): SuppressionRows | null {
  const objecting = requests.find(({ row }) => row.right === "marketing_objection");
  if (!objecting || email === "") return null;
  return suppressionRows({
    controllerId: ctx.controller.id,
    requestId: objecting.row.id,
    email,
    at: ctx.now(),
  });
}
