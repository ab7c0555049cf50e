import { answer, goOn, readForm } from "@/app/api/staff/answer";
import { search } from "@/lib/commands/request/search";
import { staffCtx } from "@/lib/session/staff";

/** Looks for a request or a person; what was typed stands in no address. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    const found = await search(ctx, await readForm(request));
    const desk = `/staff/${ctx.controller.slug}`;
    return goOn(
      request,
      "reference" in found
        ? `${desk}/requests/${found.reference}`
        : `${desk}/queue?who=${found.who.join(",")}`,
    );
  });
}
