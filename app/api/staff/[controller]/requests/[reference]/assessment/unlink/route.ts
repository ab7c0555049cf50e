import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { unlinkPerson } from "@/lib/commands/fee/unlink-person";

/** Undoes a link between two addresses. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    run: async (ctx, fields) => {
      await unlinkPerson(ctx, fields);
      return { done: "unlinked" };
    },
  });
}
