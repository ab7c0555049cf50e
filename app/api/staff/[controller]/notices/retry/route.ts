import { answer, goOn, readForm } from "@/app/api/staff/answer";
import { retryNotice } from "@/lib/commands/notice/retry";
import { readReference } from "@/lib/domain/intake/reference";
import { staffCtx } from "@/lib/session/staff";

/** Sends a notice once more; back to the request it was pressed on. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    const { reference = "", ...fields } = await readForm(request);
    await retryNotice(ctx, fields);
    const back = readReference(reference);
    return goOn(request, `/staff/${ctx.controller.slug}/${back ? `requests/${back}?done=retried` : "queue"}`);
  });
}
