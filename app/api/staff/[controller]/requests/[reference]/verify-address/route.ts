import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { VERIFY_ADDRESS } from "@/app/api/staff/forms/identity-forms";
import { verifyAddress } from "@/lib/commands/identity/verify-address";

/** Somebody of the staff made sure of a postal address. */
export async function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    form: VERIFY_ADDRESS,
    run: async (ctx, { reference, how }) => {
      await verifyAddress(ctx, { reference, how });
      return { done: "verified" };
    },
  });
}
