import { answer, goOn, readJson } from "@/app/api/staff/answer";
import { disableStaff } from "@/lib/commands/access/disable-staff";
import { staffCtx } from "@/lib/session/staff";

/** Closes a colleague's account. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    await disableStaff(ctx, await readJson(request));
    return goOn(request, `/staff/${ctx.controller.slug}/settings/staff?done=closed`);
  });
}
