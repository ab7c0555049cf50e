import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { TASK_NOT_POSSIBLE } from "@/app/api/staff/forms/decision-forms";
import { sayImpossible } from "@/lib/commands/decision/end-task";

/** A step on one task of a request. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    form: TASK_NOT_POSSIBLE,
    run: async (ctx, fields) => {
      await sayImpossible(ctx, fields);
      return { done: "task-not-possible" };
    },
  });
}
