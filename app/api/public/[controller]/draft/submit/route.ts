import { ERROR_SUMMARY } from "@/app/_ui/error-summary";
import { placePath } from "@/app/_ui/public-paths";
import { submitDraft } from "@/lib/commands/intake/submit-draft";
import { Refused } from "@/lib/domain/kernel/refusal";
import {
  answer,
  type ControllerParams,
  controllerCtx,
  draftToken,
  field,
  formPairs,
  goTo,
} from "../../../door";

/** Sends the form. Sent twice it is one filing, and both lead to its receipt. */
export function POST(request: Request, params: ControllerParams): Promise<Response> {
  return answer(request, async () => {
    const ctx = await controllerCtx(params);
    const trap = field(await formPairs(request), "website") ?? "";
    try {
      const { place } = await submitDraft(ctx, await draftToken(), { trap });
      const path = placePath(ctx.controller.slug, place);
      return goTo(place === "check" ? `${path}#${ERROR_SUMMARY}` : path);
    } catch (error) {
      // The page itself says what has happened and offers to begin again.
      if (!(error instanceof Refused) || error.refusal.code !== "draft_gone") throw error;
      return goTo(placePath(ctx.controller.slug, "check"));
    }
  });
}
