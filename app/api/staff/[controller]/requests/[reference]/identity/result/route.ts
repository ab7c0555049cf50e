import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { IDENTITY_RESULT } from "@/app/api/staff/forms/identity-forms";
import { recordIdentityResult } from "@/lib/commands/identity/record-result";

/** Records how an identity check ended. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    form: IDENTITY_RESULT,
    run: async (ctx, fields) => {
      await recordIdentityResult(ctx, fields);
      return { done: "identity-recorded" };
    },
  });
}
