import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { REFUND } from "@/app/api/staff/forms/fee-forms";
import { refundFee } from "@/lib/commands/fee/refund-fee";

/** Books what went back. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    form: REFUND,
    run: async (ctx, fields) => {
      await refundFee(ctx, fields);
      return { done: "refunded" };
    },
  });
}
