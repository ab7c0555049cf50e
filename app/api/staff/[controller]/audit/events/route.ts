import { fileResponse } from "@/app/api/staff/[controller]/audit/file-response";
import { answer } from "@/app/api/staff/answer";
import { exportEvents } from "@/lib/commands/audit/export-events";
import { staffCtx } from "@/lib/session/staff";

/** The whole log as JSON Lines. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    return fileResponse(await exportEvents(ctx), "application/jsonl; charset=utf-8");
  });
}
