import { answer, goOn, readJson } from "@/app/api/staff/answer";
import { inviteStaff } from "@/lib/commands/access/invite-staff";
import { staffCtx } from "@/lib/session/staff";

/** A new colleague, by mail; or roles here for somebody who has an account. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    await inviteStaff(ctx, await readJson(request));
    return goOn(request, `/staff/${ctx.controller.slug}/settings/staff?done=invited`);
  });
}
