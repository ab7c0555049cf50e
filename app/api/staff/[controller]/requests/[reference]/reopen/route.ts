import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { reopen } from "@/lib/commands/request/reopen";

/** Opens a closed request again. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    keep: "text",
    run: async (ctx, fields) => {
      await reopen(ctx, fields);
      return { done: "reopened" };
    },
  });
}
