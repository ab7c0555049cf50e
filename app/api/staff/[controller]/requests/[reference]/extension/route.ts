import { type DeskRoute, deskStep } from "@/app/api/staff/[controller]/desk-step";
import { EXTENSION } from "@/app/api/staff/forms/clock-forms";
import { saveExtension } from "@/lib/commands/clock/save-extension";
import { EXTENSION_REASONS } from "@/lib/domain/clock/extension-reasons";

/** Keeps what is written of an extension, and goes on to its letter. */
export function POST(request: Request, route: DeskRoute): Promise<Response> {
  return deskStep(request, route, {
    form: EXTENSION,
    goesTo: "extend/preview",
    run: async (ctx, { reference, specific, done, until, ...ticks }) => {
      const reasons = EXTENSION_REASONS.filter((reason) => ticks[`reason-${reason}`] === "yes");
      await saveExtension(ctx, { reference, reasons, specific, done, until });
      return { done: "kept" };
    },
  });
}
