import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { correctAnswer } from "@/lib/commands/clock/correct-answer";

/** Puts another record in the place of a wrong one, of an answer that came another way. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    keep: "reason",
    run: async (ctx, fields) => {
      await correctAnswer(ctx, fields);
      return { done: "clock-answered" };
    },
  });
}
