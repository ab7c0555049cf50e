import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { RECORD } from "@/app/api/staff/forms/request-forms";
import { keepLetter } from "@/lib/commands/notice/keep-letter";
import { recordReceived } from "@/lib/commands/request/record-received";

/** Records what came another way than through the portal; of a withdrawal the confirmation is read first. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    form: RECORD,
    run: async (ctx, fields) => {
      if (fields.kind === "withdrawal") {
        await keepLetter(ctx, "withdrawal", fields);
        return { done: "kept", goesTo: "letters/withdrawal" };
      }
      await recordReceived(ctx, fields);
      return { done: "recorded" };
    },
  });
}
