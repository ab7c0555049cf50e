import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { liftRestriction } from "@/lib/commands/decision/lift-restriction";

/** Tells the person that their restriction is about to be lifted. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    keep: "text",
    run: async (ctx, fields) => {
      await liftRestriction(ctx, fields);
      return { done: "lifting" };
    },
  });
}
