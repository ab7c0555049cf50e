import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { dropAssessment } from "@/lib/commands/fee/drop-assessment";

/** Gives the assessment up. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    keep: "reason",
    run: async (ctx, fields) => {
      await dropAssessment(ctx, fields);
      return { done: "assessment-dropped" };
    },
  });
}
