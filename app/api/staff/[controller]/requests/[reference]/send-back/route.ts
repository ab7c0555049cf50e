import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { SEND_BACK } from "@/app/api/staff/forms/decision-forms";
import { sendBack } from "@/lib/commands/decision/approve";

/** The data protection officer's word on an answer that waits for it. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    form: SEND_BACK,
    run: async (ctx, fields) => {
      await sendBack(ctx, fields);
      return { done: "sent-back" };
    },
  });
}
