import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { recall } from "@/lib/commands/decision/recall";

/** Takes an answer back before it leaves. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    run: async (ctx, fields) => {
      await recall(ctx, fields);
      return { done: "recalled" };
    },
  });
}
