import { answer, goOn, readJson } from "@/app/api/staff/answer";
import { saveRateCard } from "@/lib/commands/fee/save-rate-card";
import { staffCtx } from "@/lib/session/staff";

/** What administrative cost is charged at, as the next version. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    await saveRateCard(ctx, await readJson(request));
    return goOn(request, `/staff/${ctx.controller.slug}/settings/rate-card?done=saved`);
  });
}
