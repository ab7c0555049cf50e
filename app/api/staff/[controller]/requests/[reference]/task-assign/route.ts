import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { assignTask } from "@/lib/commands/decision/assign-task";

/** A step on one task of a request. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    run: async (ctx, fields) => {
      await assignTask(ctx, fields);
      return { done: "task-assigned" };
    },
  });
}
