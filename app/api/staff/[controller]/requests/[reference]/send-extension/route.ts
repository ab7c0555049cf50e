import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { extend } from "@/lib/commands/clock/extend";

/** Sends the notice of more time as it was previewed. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    run: async (ctx, fields) => {
      await extend(ctx, fields);
      return { done: "clock-extended" };
    },
  });
}
