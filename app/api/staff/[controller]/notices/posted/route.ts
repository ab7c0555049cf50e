import { answer, goOn, readForm } from "@/app/api/staff/answer";
import { recordPosting } from "@/lib/commands/notice/record-posting";
import { readReference } from "@/lib/domain/intake/reference";
import { staffCtx } from "@/lib/session/staff";

/** A letter went; back to the request on which that was said. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    const { reference = "", ...fields } = await readForm(request);
    await recordPosting(ctx, fields);
    const back = readReference(reference);
    return goOn(request, `/staff/${ctx.controller.slug}/${back ? `requests/${back}?done=posted` : "queue"}`);
  });
}
