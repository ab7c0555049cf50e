import { answer, goOn, readJson } from "@/app/api/staff/answer";
import { enableStaff } from "@/lib/commands/access/disable-staff";
import { staffCtx } from "@/lib/session/staff";

/** Opens a closed account again. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    await enableStaff(ctx, await readJson(request));
    return goOn(request, `/staff/${ctx.controller.slug}/settings/staff?done=opened`);
  });
}
