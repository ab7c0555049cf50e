import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { sendDraft } from "@/lib/commands/decision/send-draft";

/** Sends the answer as it was previewed. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    run: async (ctx, fields) => {
      await sendDraft(ctx, fields);
      return { done: "decided" };
    },
  });
}
