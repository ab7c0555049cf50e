import { answer, goOn, readJson } from "@/app/api/staff/answer";
import { changeRoles } from "@/lib/commands/access/change-roles";
import { staffCtx } from "@/lib/session/staff";

/** Other roles for a colleague, or none. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    await changeRoles(ctx, await readJson(request));
    return goOn(request, `/staff/${ctx.controller.slug}/settings/staff?done=roles`);
  });
}
