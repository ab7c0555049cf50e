import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { takeBackAnswer } from "@/lib/commands/clock/correct-answer";

/** Takes a record back where no answer had come. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    keep: "reason",
    run: async (ctx, fields) => {
      await takeBackAnswer(ctx, fields);
      return { done: "clock-taken-back" };
    },
  });
}
