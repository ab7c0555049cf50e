import { answer, goOn, readJson } from "@/app/api/staff/answer";
import { resetSignIn } from "@/lib/commands/access/reset-sign-in";
import { staffCtx } from "@/lib/session/staff";

/** Lets a colleague choose password and second factor anew, by mail. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    await resetSignIn(ctx, await readJson(request));
    return goOn(request, `/staff/${ctx.controller.slug}/settings/staff?done=reset`);
  });
}
