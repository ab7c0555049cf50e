import { answer, goOn, readJson } from "@/app/api/staff/answer";
import { inviteAgain } from "@/lib/commands/access/invite-staff";
import { staffCtx } from "@/lib/session/staff";

/** A fresh invitation; the earlier one stops working. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    await inviteAgain(ctx, await readJson(request));
    return goOn(request, `/staff/${ctx.controller.slug}/settings/staff?done=invited`);
  });
}
