import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { sendFeeNotice } from "@/lib/commands/fee/send-fee-notice";
import { quantitiesOf } from "./quantities";

/** Sends the notice of a fee as it was previewed. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    run: async (ctx, fields) => {
      const { reference, version, seen, card, answerBy, letter } = fields;
      const quantities = quantitiesOf(fields);
      await sendFeeNotice(ctx, { reference, version, seen, card, answerBy, letter, quantities });
      return { done: "fee-noticed" };
    },
  });
}
