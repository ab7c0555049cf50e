import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { ORIGINAL } from "@/app/api/staff/forms/intake-forms";
import { attachOriginal, authoriseAttach } from "@/lib/commands/intake/attach-original";

/** The original of a request that staff entered, as one or several files. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    form: ORIGINAL,
    authorise: authoriseAttach,
    run: async (ctx, { reference }, files) => {
      await attachOriginal(
        ctx,
        String(reference),
        files.map(({ upload }) => upload),
      );
      return { done: "attached" };
    },
  });
}
