import { fileResponse } from "@/app/api/staff/[controller]/audit/file-response";
import { answer } from "@/app/api/staff/answer";
import { exportSuppressions } from "@/lib/commands/decision/export-suppressions";
import { staffCtx } from "@/lib/session/staff";

/** The addresses that no direct marketing may go to, as CSV. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    return fileResponse(await exportSuppressions(ctx), "text/csv; charset=utf-8; header=present");
  });
}
