import { answer, goOn, readJson } from "@/app/api/staff/answer";
import { saveSettings } from "@/lib/commands/controller/save-settings";
import { staffCtx } from "@/lib/session/staff";

/** The next version of a controller's settings; then to the list of what it moves, if it moves anything. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    const { moves } = await saveSettings(ctx, await readJson(request));
    const page = moves > 0 ? "settings/calendar?done=settings" : "settings?done=saved";
    return goOn(request, `/staff/${ctx.controller.slug}/${page}`);
  });
}
