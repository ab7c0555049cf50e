import { actorOf, type Ctx } from "@/lib/commands/context";
import { loadDataKey } from "@/lib/db/data-key";
import { type Decision, openAnswer } from "@/lib/db/decision";
import { filingById, openWho } from "@/lib/db/filing";
import type { RightsRequest } from "@/lib/db/request";
import { suppressedSince } from "@/lib/db/suppression";
import { addTasks, taskRow } from "@/lib/db/task";
import type { Work } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { followUps } from "@/lib/domain/decision/follow-ups";
import { tasksOfDecision } from "@/lib/domain/decision/task";

/**
 * Makes the tasks that follow from a decision, in the transaction in which it takes effect (GDPR Art. 17(2), 18(3),
 * 19, 20(2), 28(3)(e)). They outlive the decision: the request is closed, they stay in the queue until done.
 */
export async function makeFollowUps(
  ctx: Ctx,
  { tx, audit }: Work,
  request: RightsRequest,
  decision: Decision,
): Promise<void> {
  const handle = await loadDataKey(tx, request.dataKeyId);
  const filing = await filingById(ctx.controller.id, request.filingId, tx);
  if (!filing) return;
  const answer = openAnswer(handle, decision);
  const at = ctx.now();
  // The address of a representative says nothing about the person.
  const self = openWho(await loadDataKey(tx, filing.dataKeyId), filing).onBehalf === "self";
  const tasks = tasksOfDecision(followUps(answer, request.right), {
    right: request.right,
    outcome: decision.outcome,
    on: localDate(at.toISOString(), filing.zone),
    suppressed: self && (await suppressedSince(ctx.controller.id, request.filingId, tx)) !== null,
  });
  const of = {
    controllerId: ctx.controller.id,
    requestId: request.id,
    decisionId: decision.id,
    assigneeId: request.assigneeId,
    createdAt: at,
    createdBy: actorOf(ctx),
  };
  const rows = tasks.map((task) => taskRow(handle, of, task));
  await addTasks(tx, rows);
  for (const row of rows) {
    const facts = { task: row.kind, due: row.dueOn.toISOString().slice(0, 10) };
    audit({ type: "task.created", subject: row.id, request: request.id, facts });
  }
}
