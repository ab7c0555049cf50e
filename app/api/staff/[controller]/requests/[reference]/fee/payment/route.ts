import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { PAYMENT } from "@/app/api/staff/forms/fee-forms";
import { recordPayment } from "@/lib/commands/fee/record-payment";

/** Books a payment. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    form: PAYMENT,
    run: async (ctx, fields) => {
      await recordPayment(ctx, fields);
      return { done: "payment" };
    },
  });
}
