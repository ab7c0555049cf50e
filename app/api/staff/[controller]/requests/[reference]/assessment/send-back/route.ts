import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { SEND_BACK_ASSESSMENT } from "@/app/api/staff/forms/fee-forms";
import { sendBackAssessment } from "@/lib/commands/fee/send-back-assessment";

/** The second person sends the assessment back. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    form: SEND_BACK_ASSESSMENT,
    run: async (ctx, fields) => {
      await sendBackAssessment(ctx, fields);
      return { done: "assessment-sent-back" };
    },
  });
}
