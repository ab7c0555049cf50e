import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { askPausing } from "@/lib/commands/clock/ask-pausing";
import { askQuestion } from "@/lib/commands/request/ask-question";

/** Asks the requester a question: one that stops the time, or one that it runs on with. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    keep: "text",
    run: async (ctx, { stops, ...fields }) => {
      const { choices, category, reason, largeQuantity, ...plain } = fields;
      if (stops !== "yes") {
        await askQuestion(ctx, plain);
        return { done: "asked" };
      }
      await askPausing(ctx, { ...plain, choices, category, reason, largeQuantity });
      return { done: "clock-asked" };
    },
  });
}
