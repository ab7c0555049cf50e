import { answer, goOn, readJson } from "@/app/api/staff/answer";
import { saveAuthority } from "@/lib/commands/controller/save-authority";
import { staffCtx } from "@/lib/session/staff";

/** What the installation knows about a supervisory authority, corrected. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    const { slug } = await saveAuthority(ctx, await readJson(request));
    return goOn(request, `/staff/${ctx.controller.slug}/settings/authority?authority=${slug}&done=saved`);
  });
}
