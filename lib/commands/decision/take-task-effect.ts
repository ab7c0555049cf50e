import type { Ctx } from "@/lib/commands/context";
import type { Undo } from "@/lib/commands/decision/undo-answer";
import { loadDataKey } from "@/lib/db/data-key";
import { filingById } from "@/lib/db/filing";
import type { Notice } from "@/lib/db/notice";
import { lockRequestById, saveRequest } from "@/lib/db/request";
import { endTask, openTaskProof, taskOfNotice, withdrawAnnouncement } from "@/lib/db/task";
import type { Work } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { doneByLetter, type LetterWent } from "@/lib/domain/decision/task";

/**
 * The notice that a task waits for was accepted: a restriction is lifted now, and not before (GDPR Art. 18(3)); whom a
 * task names was told or instructed (Art. 17(2), 19, 28(3)(e)), with the letter as proof. Of data that is to be sent on
 * (Art. 20(2)) the letter is no proof: that task stays. Runs in the transaction that records the acceptance; does
 * nothing for a notice that no open task waits for.
 * @param at when it was accepted; for a letter when it was posted
 */
export async function takeTaskEffect(
  ctx: Ctx,
  { tx, audit }: Work,
  { id: noticeId, postedHow }: Notice,
  at: Date,
): Promise<void> {
  const task = await taskOfNotice(tx, ctx.controller.id, noticeId);
  if (task?.state !== "open" || !task.doneBy) return;
  const byLetter = doneByLetter(task.kind);
  if (!byLetter && task.kind !== "lift_restriction") return;
  const request = await lockRequestById(tx, ctx.controller.id, task.requestId);
  const filing = request && (await filingById(ctx.controller.id, request.filingId, tx));
  if (!request || !filing) return;
  const handle = await loadDataKey(tx, request.dataKeyId);
  const announced = openTaskProof(handle, task);
  const on = localDate(at.toISOString(), filing.zone);
  const letter: LetterWent = { noticeId, how: postedHow ?? "mail" };
  const proof = await endTask(tx, handle, task, {
    state: "done",
    ground: null,
    proof: { text: announced?.text ?? "", systems: "", on, ...(byLetter ? { letter } : {}) },
    doneAt: at,
    doneBy: task.doneBy,
  });
  await saveRequest(tx, request, {});
  audit({
    type: "task.done",
    subject: task.id,
    request: request.id,
    facts: {
      ...{ task: task.kind, on, proof, late: byLetter && on > task.dueOn },
      ...(byLetter ? { notice: noticeId, how: letter.how } : {}),
    },
  });
}

/** The notice that a task waits for was taken back: a restriction stands, and nobody was told. */
export const undoTaskNotice: Undo = async (ctx, { tx }, { notice }) => {
  const task = await taskOfNotice(tx, ctx.controller.id, notice.id);
  if (task?.state === "open") await withdrawAnnouncement(tx, task.id);
  return {};
};
