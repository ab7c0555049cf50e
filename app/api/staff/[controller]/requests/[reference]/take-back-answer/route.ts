import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { TAKE_BACK_ANSWER } from "@/app/api/staff/forms/clock-forms";
import { takeBackAnswer } from "@/lib/commands/clock/correct-answer";

/** Takes a record back where no answer had come. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    form: TAKE_BACK_ANSWER,
    run: async (ctx, fields) => {
      await takeBackAnswer(ctx, fields);
      return { done: "clock-taken-back" };
    },
  });
}
