import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { askQuestion } from "@/lib/commands/request/ask-question";

/** Asks the requester a question. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    keep: "text",
    run: async (ctx, fields) => {
      await askQuestion(ctx, fields);
      return { done: "asked" };
    },
  });
}
