import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { TASK_DONE } from "@/app/api/staff/forms/decision-forms";
import { doTask } from "@/lib/commands/decision/end-task";

/** A task is done: its proof in words, and the files that show it. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    form: TASK_DONE,
    run: async (ctx, fields, files) => {
      await doTask(
        ctx,
        fields,
        files.map(({ upload }) => upload),
      );
      return { done: "task-done" };
    },
  });
}
