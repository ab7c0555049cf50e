import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { recordPayment } from "@/lib/commands/fee/record-payment";

/** Books a payment. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    keep: "payment",
    run: async (ctx, fields) => {
      await recordPayment(ctx, fields);
      return { done: "payment" };
    },
  });
}
