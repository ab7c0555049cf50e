import { answer, goOn, readJson } from "@/app/api/staff/answer";
import { changeSlug } from "@/lib/commands/controller/change-slug";
import { staffCtx } from "@/lib/session/staff";

/** Another address for a controller; the earlier ones keep leading to it. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const { slug } = await changeSlug(await staffCtx((await params).controller), await readJson(request));
    return goOn(request, `/staff/${slug}/settings?done=slug`);
  });
}
