import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { cancelQuestion } from "@/lib/commands/clock/correct-answer";

/** Lets the time go on without the answer. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    run: async (ctx, fields) => {
      await cancelQuestion(ctx, fields);
      return { done: "clock-cancelled" };
    },
  });
}
