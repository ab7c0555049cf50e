import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { removeFlag } from "@/lib/commands/request/remove-flag";

/** Takes a flag away. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    run: async (ctx, fields) => {
      await removeFlag(ctx, fields);
      return { done: "flag-removed" };
    },
  });
}
