import { placePath } from "@/app/_ui/public-paths";
import { mailLinkAgain } from "@/lib/commands/intake/mail-link-again";
import { answer, type ControllerParams, controllerCtx, draftToken, goTo } from "../../../door";

/** "Send the link again", from the receipt. */
export function POST(request: Request, params: ControllerParams): Promise<Response> {
  return answer(request, async () => {
    const ctx = await controllerCtx(params);
    await mailLinkAgain(ctx, await draftToken());
    return goTo(`${placePath(ctx.controller.slug, "done")}?again=yes`);
  });
}
