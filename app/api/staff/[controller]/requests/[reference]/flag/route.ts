import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { FLAG } from "@/app/api/staff/forms/request-forms";
import { flag } from "@/lib/commands/request/flag";

/** Flags the request. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    form: FLAG,
    run: async (ctx, fields) => {
      await flag(ctx, fields);
      return { done: "flagged" };
    },
  });
}
