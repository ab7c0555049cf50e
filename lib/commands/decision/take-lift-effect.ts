import type { Ctx } from "@/lib/commands/context";
import type { Undo } from "@/lib/commands/decision/undo-answer";
import { loadDataKey } from "@/lib/db/data-key";
import { lockRequestById, saveRequest } from "@/lib/db/request";
import { endTask, openTaskProof, taskOfNotice, withdrawAnnouncement } from "@/lib/db/task";
import type { Work } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";

/**
 * The notice before lifting was accepted: now the restriction is lifted, and not before (GDPR Art. 18(3)). Runs in
 * the transaction that records the acceptance; does nothing for another notice.
 */
export async function takeLiftEffect(
  ctx: Ctx,
  { tx, audit }: Work,
  noticeId: string,
  now: Date,
): Promise<void> {
  const task = await taskOfNotice(tx, ctx.controller.id, noticeId);
  if (task?.state !== "open" || !task.doneBy) return;
  const request = await lockRequestById(tx, ctx.controller.id, task.requestId);
  if (!request) return;
  const handle = await loadDataKey(tx, request.dataKeyId);
  const announced = openTaskProof(handle, task);
  const on = localDate(now.toISOString(), ctx.controller.settings.zone);
  const proof = await endTask(tx, handle, task, {
    state: "done",
    ground: null,
    proof: { text: announced?.text ?? "", systems: "", on },
    doneAt: now,
    doneBy: task.doneBy,
  });
  await saveRequest(tx, request, {});
  audit({
    type: "task.done",
    subject: task.id,
    request: request.id,
    facts: { task: task.kind, on, proof, late: false },
  });
}

/** The notice before lifting was taken back: the restriction stands. */
export const undoLift: Undo = async (ctx, { tx }, { notice }) => {
  const task = await taskOfNotice(tx, ctx.controller.id, notice.id);
  if (task) await withdrawAnnouncement(tx, task.id);
  return {};
};
