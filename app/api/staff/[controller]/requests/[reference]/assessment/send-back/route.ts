import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { sendBackAssessment } from "@/lib/commands/fee/send-back-assessment";

/** The second person sends the assessment back. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    keep: "reason",
    run: async (ctx, fields) => {
      await sendBackAssessment(ctx, fields);
      return { done: "assessment-sent-back" };
    },
  });
}
