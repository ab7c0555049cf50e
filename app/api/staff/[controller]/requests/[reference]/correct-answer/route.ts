import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { CORRECT_ANSWER } from "@/app/api/staff/forms/clock-forms";
import { correctAnswer } from "@/lib/commands/clock/correct-answer";

/** Puts another record in the place of a wrong one, of an answer that came another way. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    form: CORRECT_ANSWER,
    run: async (ctx, fields) => {
      await correctAnswer(ctx, fields);
      return { done: "clock-answered" };
    },
  });
}
