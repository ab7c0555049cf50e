import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockTask } from "@/lib/commands/decision/desk-task";
import { canBeGiven } from "@/lib/commands/request/assign";
import { saveRequest } from "@/lib/db/request";
import { assignTask as saveAssignee } from "@/lib/db/task";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { assignTaskInput } from "@/lib/schemas/decision/task";
import { parse } from "@/lib/schemas/parse";

/**
 * Gives a task to a colleague of this controller, or to nobody.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state
 */
export async function assignTask(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.assign");
  const input = parse(assignTaskInput, typed);
  await transact(ctx, async ({ tx, audit }) => {
    const { request, task } = await lockTask(tx, staff, ctx, input);
    if (input.assigneeId && !(await canBeGiven(tx, ctx, input.assigneeId))) {
      throw new Refused({ code: "bad_input", issues: [{ field: "assigneeId", message: "choose" }] });
    }
    await saveAssignee(tx, task.id, input.assigneeId);
    await saveRequest(tx, request, {});
    const facts = { task: task.kind, from: task.assigneeId, to: input.assigneeId };
    audit({ type: "task.assigned", subject: task.id, request: request.id, facts });
  });
}
