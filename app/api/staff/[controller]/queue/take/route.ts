import { answer, goOn, readForm } from "@/app/api/staff/answer";
import { assign } from "@/lib/commands/request/assign";
import { Refused } from "@/lib/domain/kernel/refusal";
import { staffCtx } from "@/lib/session/staff";

/** Takes a request from the queue for oneself, and stays in the queue. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    const { back = "", ...fields } = await readForm(request);
    if (ctx.actor.kind !== "staff") throw new Refused({ code: "not_signed_in" });
    await assign(ctx, { ...fields, assigneeId: ctx.actor.staffId });
    const view = new URLSearchParams(back);
    return goOn(request, `/staff/${ctx.controller.slug}/queue?${view}`);
  });
}
