import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { recordIdentityResult } from "@/lib/commands/identity/record-result";

/** Records how an identity check ended. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    keep: "note",
    run: async (ctx, fields) => {
      await recordIdentityResult(ctx, fields);
      return { done: "identity-recorded" };
    },
  });
}
