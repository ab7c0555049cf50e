import { fileResponse } from "@/app/api/staff/[controller]/audit/file-response";
import { answer } from "@/app/api/staff/answer";
import { exportContacts } from "@/lib/commands/audit/export-contacts";
import { staffCtx } from "@/lib/session/staff";

/** Whom to tell after a breach, as CSV. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    return fileResponse(await exportContacts(ctx), "text/csv; charset=utf-8; header=present");
  });
}
