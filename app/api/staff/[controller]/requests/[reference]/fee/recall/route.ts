import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { recallFeeNotice } from "@/lib/commands/fee/recall-fee-notice";

/** Takes a fee notice back before it has left. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    run: async (ctx, fields) => {
      await recallFeeNotice(ctx, fields);
      return { done: "fee-recalled" };
    },
  });
}
