import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { AUTHORITY } from "@/app/api/staff/forms/identity-forms";
import { recordAuthority } from "@/lib/commands/identity/record-authority";

/** Records what was found about a representative's authority. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    form: AUTHORITY,
    run: async (ctx, fields) => {
      await recordAuthority(ctx, fields);
      return { done: "authority-recorded" };
    },
  });
}
