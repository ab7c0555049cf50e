import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { requestIdentity } from "@/lib/commands/identity/request-identity";

/** Asks the requester to show who they are, as previewed. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    run: async (ctx, fields) => {
      await requestIdentity(ctx, fields);
      return { done: "identity-asked" };
    },
  });
}
