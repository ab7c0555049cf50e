import type { Ctx } from "@/lib/commands/context";
import { lockDeskRequest } from "@/lib/commands/request/desk-request";
import type { Tx } from "@/lib/db/client";
import { noticeById } from "@/lib/db/notice";
import type { RightsRequest } from "@/lib/db/request";
import { type Task, taskById } from "@/lib/db/task";
import type { StaffActor } from "@/lib/domain/access/actor";
import { doneByLetter } from "@/lib/domain/decision/task";
import { Refused } from "@/lib/domain/kernel/refusal";
import { isUnderWay } from "@/lib/domain/notice/kinds";

type Seen = { readonly reference: string; readonly version: number; readonly seen?: number | undefined };

/**
 * Takes a request and one of its tasks until commit.
 * @param may which tasks the step is for; open ones if nothing else is said
 * @throws Refused not_found (also a task of another request), changed_meanwhile, wrong_state (it has ended)
 */
export async function lockTask(
  tx: Tx,
  staff: StaffActor,
  ctx: Ctx,
  of: Seen & { readonly taskId: string },
  may: (task: Task) => boolean = ({ state }) => state === "open",
): Promise<{ readonly request: RightsRequest; readonly task: Task }> {
  const request = await lockDeskRequest(tx, staff, ctx, of, "task");
  const task = await taskById(tx, ctx.controller.id, of.taskId);
  if (task?.requestId !== request.id) throw new Refused({ code: "not_found" });
  if (!may(task)) throw new Refused({ code: "wrong_state", state: task.state });
  return { request, task };
}

/**
 * As `lockTask`, for ending a task by hand.
 * @throws Refused also wrong_state where a letter that would end it is under way: it is taken back first
 */
export async function lockTaskToEnd(...of: Parameters<typeof lockTask>): ReturnType<typeof lockTask> {
  const locked = await lockTask(...of);
  const { kind, noticeId } = locked.task;
  const notice = noticeId !== null && doneByLetter(kind) ? await noticeById(noticeId, of[0]) : null;
  if (notice && isUnderWay(notice.state)) {
    throw new Refused({ code: "wrong_state", state: "letter_under_way" });
  }
  return locked;
}
