import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { recordAuthority } from "@/lib/commands/identity/record-authority";

/** Records what was found about a representative's authority. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    keep: "shown",
    run: async (ctx, fields) => {
      await recordAuthority(ctx, fields);
      return { done: "authority-recorded" };
    },
  });
}
