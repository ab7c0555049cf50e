import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { NOTE } from "@/app/api/staff/forms/request-forms";
import { note } from "@/lib/commands/request/note";

/** Adds an internal note. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    form: NOTE,
    run: async (ctx, fields) => {
      await note(ctx, fields);
      return { done: "noted" };
    },
  });
}
