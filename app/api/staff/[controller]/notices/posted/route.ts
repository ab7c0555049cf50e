import { words } from "@/app/_ui/words";
import { goOn } from "@/app/api/staff/answer";
import { formStep } from "@/app/api/staff/form-step";
import { POSTED } from "@/app/api/staff/forms/notice-forms";
import { recordPosting } from "@/lib/commands/notice/record-posting";
import { readReference } from "@/lib/domain/intake/reference";
import { staffCtx } from "@/lib/session/staff";

/** A letter went; back to the request on which that was said. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  const { controller } = await params;
  const text = (await words("staff"))("request.back");
  const link = { href: `/staff/${encodeURIComponent(controller)}/queue`, text };
  return formStep(request, { form: POSTED, link }, async ({ reference = "", ...fields }) => {
    const ctx = await staffCtx(controller);
    await recordPosting(ctx, fields);
    const back = readReference(String(reference));
    return goOn(request, `/staff/${ctx.controller.slug}/${back ? `requests/${back}?done=posted` : "queue"}`);
  });
}
