import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { recordChoice } from "@/lib/commands/fee/record-choice";

/** Records what a requester chose by letter, by phone or in person. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    keep: "text",
    run: async (ctx, fields) => {
      await recordChoice(ctx, fields);
      return { done: "choice" };
    },
  });
}
