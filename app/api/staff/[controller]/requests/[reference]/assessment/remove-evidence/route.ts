import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { removeEvidence } from "@/lib/commands/fee/remove-evidence";

/** Takes a file off an assessment in the making. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    run: async (ctx, fields) => {
      await removeEvidence(ctx, fields);
      return { done: "evidence-removed" };
    },
  });
}
