import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { answerDirectly } from "@/lib/commands/identity/answer-directly";

/** The person themself is answered, whoever filed. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    keep: "why",
    run: async (ctx, fields) => {
      await answerDirectly(ctx, fields);
      return { done: "answered-directly" };
    },
  });
}
