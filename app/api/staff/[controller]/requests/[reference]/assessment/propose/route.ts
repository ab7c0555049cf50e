import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { proposeAssessment } from "@/lib/commands/fee/propose-assessment";

/** Gives the assessment to a second person. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    run: async (ctx, fields) => {
      await proposeAssessment(ctx, fields);
      return { done: "assessment-proposed" };
    },
  });
}
