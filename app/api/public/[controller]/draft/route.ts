import { placePath } from "@/app/_ui/public-paths";
import { startDraft } from "@/lib/commands/intake/start-draft";
import {
  answer,
  type ControllerParams,
  controllerCtx,
  draftCookie,
  draftToken,
  field,
  formPairs,
  goTo,
} from "../../door";

/** The start button: begins the form or goes on with it. */
export function POST(request: Request, params: ControllerParams): Promise<Response> {
  return answer(request, async () => {
    const ctx = await controllerCtx(params);
    const pairs = await formPairs(request);
    const right = field(pairs, "right");
    const { place, token } = await startDraft(ctx, await draftToken(), {
      ...(right === undefined ? {} : { right }),
      afresh: field(pairs, "afresh") === "yes",
    });
    return goTo(placePath(ctx.controller.slug, place), draftCookie(token));
  });
}
