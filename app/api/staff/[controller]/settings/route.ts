import { answer, goOn, readJson } from "@/app/api/staff/answer";
import { saveSettings } from "@/lib/commands/controller/save-settings";
import { staffCtx } from "@/lib/session/staff";

/** The next version of a controller's settings. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    await saveSettings(ctx, await readJson(request));
    return goOn(request, `/staff/${ctx.controller.slug}/settings?done=saved`);
  });
}
