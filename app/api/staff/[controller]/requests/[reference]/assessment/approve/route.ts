import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { approveAssessment } from "@/lib/commands/fee/approve-assessment";

/** The second person agrees. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    run: async (ctx, fields) => {
      await approveAssessment(ctx, fields);
      return { done: "assessment-approved" };
    },
  });
}
