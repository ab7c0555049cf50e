import { answer, goOn, readJson } from "@/app/api/staff/answer";
import { enterFiling } from "@/lib/commands/intake/enter-filing";
import { staffCtx } from "@/lib/session/staff";

/** A request of another channel, entered by staff; on to its first request. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    const receipt = await enterFiling(ctx, await readJson(request));
    const [first] = receipt.requests;
    return goOn(request, `/staff/${ctx.controller.slug}/requests/${first?.reference ?? ""}?done=entered`);
  });
}
