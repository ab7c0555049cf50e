import { answer, goOn, readForm } from "@/app/api/staff/answer";
import { liftSuppression } from "@/lib/commands/decision/lift-suppression";
import { staffCtx } from "@/lib/session/staff";

/** Somebody wishes direct marketing again: their address comes off the list. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    await liftSuppression(ctx, await readForm(request));
    return goOn(request, `/staff/${ctx.controller.slug}/suppressions?done=lifted`);
  });
}
