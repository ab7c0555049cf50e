import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { assign } from "@/lib/commands/request/assign";

/** Gives the request to a colleague or takes it from everybody; says who had it, so that it can be undone. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    run: async (ctx, fields) => {
      const { before } = await assign(ctx, fields);
      return { done: fields.assigneeId ? "assigned" : "unassigned", more: `&was=${before ?? ""}` };
    },
  });
}
