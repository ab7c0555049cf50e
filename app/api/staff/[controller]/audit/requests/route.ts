import { fileResponse } from "@/app/api/staff/[controller]/audit/file-response";
import { answer } from "@/app/api/staff/answer";
import { exportRequests } from "@/lib/commands/audit/export-requests";
import { staffCtx } from "@/lib/session/staff";

/** The register of requests as CSV; `?excel=1` as Excel in the Nordic languages wants it. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    const excel = new URL(request.url).searchParams.get("excel") === "1";
    return fileResponse(await exportRequests(ctx, { excel }), "text/csv; charset=utf-8; header=present");
  });
}
