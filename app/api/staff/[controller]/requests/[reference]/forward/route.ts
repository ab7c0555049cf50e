import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { forwardRequest } from "@/lib/commands/request/forward";

/** Sends a request on to the customer who is its controller. */
export async function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    run: async (ctx, fields) => {
      await forwardRequest(ctx, fields);
      return { done: "forwarded" };
    },
  });
}
