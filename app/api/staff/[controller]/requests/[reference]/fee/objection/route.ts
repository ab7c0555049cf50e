import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { answerObjection } from "@/lib/commands/fee/answer-objection";

/** Answers an objection to a fee. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    keep: "text",
    run: async (ctx, fields) => {
      await answerObjection(ctx, fields);
      return { done: "objection-answered" };
    },
  });
}
