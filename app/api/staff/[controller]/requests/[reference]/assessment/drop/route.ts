import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { DROP_ASSESSMENT } from "@/app/api/staff/forms/fee-forms";
import { dropAssessment } from "@/lib/commands/fee/drop-assessment";

/** Gives the assessment up. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    form: DROP_ASSESSMENT,
    run: async (ctx, fields) => {
      await dropAssessment(ctx, fields);
      return { done: "assessment-dropped" };
    },
  });
}
