import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { LINK_PERSON } from "@/app/api/staff/forms/fee-forms";
import { linkPerson } from "@/lib/commands/fee/link-person";

/** Takes two addresses for one person's. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    below: "/assessment",
    form: LINK_PERSON,
    run: async (ctx, fields) => {
      await linkPerson(ctx, fields);
      return { done: "linked" };
    },
  });
}
