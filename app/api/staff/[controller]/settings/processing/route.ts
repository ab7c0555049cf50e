import { answer, goOn, readJson } from "@/app/api/staff/answer";
import { saveActivity } from "@/lib/commands/controller/save-activity";
import { staffCtx } from "@/lib/session/staff";

/** The next version of an activity in the register of processing. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    await saveActivity(ctx, await readJson(request));
    return goOn(request, `/staff/${ctx.controller.slug}/settings/processing?done=saved`);
  });
}
