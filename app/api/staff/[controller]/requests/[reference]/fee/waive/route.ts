import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { WAIVER } from "@/app/api/staff/forms/fee-forms";
import { waiveFee } from "@/lib/commands/fee/waive-fee";

/** Gives a fee up. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    form: WAIVER,
    run: async (ctx, fields) => {
      await waiveFee(ctx, fields);
      return { done: "waived" };
    },
  });
}
