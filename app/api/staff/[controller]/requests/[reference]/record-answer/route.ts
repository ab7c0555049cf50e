import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { recordAnswer } from "@/lib/commands/clock/record-answer";

/** Records an answer that came another way than through the requester's page. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    keep: "reason",
    run: async (ctx, fields) => {
      await recordAnswer(ctx, fields);
      return { done: "clock-answered" };
    },
  });
}
