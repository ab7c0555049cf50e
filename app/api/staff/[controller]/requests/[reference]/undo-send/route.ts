import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { undoSend } from "@/lib/commands/notice/undo-send";

/** Takes a letter back before it leaves. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    run: async (ctx, fields) => {
      await undoSend(ctx, fields);
      return { done: "undone" };
    },
  });
}
