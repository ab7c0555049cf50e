import { discardDraft } from "@/lib/commands/intake/discard-draft";
import { COOKIES, cookieHeader } from "@/lib/session/requester";
import { answer, type ControllerParams, controllerCtx, draftToken, goTo } from "../../../door";

/** Forgets the form begun in this browser, or the receipt of the one sent. */
export function POST(request: Request, params: ControllerParams): Promise<Response> {
  return answer(request, async () => {
    const ctx = await controllerCtx(params);
    await discardDraft(ctx, await draftToken());
    return goTo(`/${ctx.controller.slug}`, [cookieHeader(COOKIES.draft, "", 0)]);
  });
}
