import { answer, goOn, parseJson, readJson } from "@/app/api/staff/answer";
import { withUploads } from "@/app/api/upload";
import { authoriseAttach } from "@/lib/commands/intake/attach-original";
import { enterFiling } from "@/lib/commands/intake/enter-filing";
import { staffCtx } from "@/lib/session/staff";

/**
 * A request of another channel, entered by staff, as JSON; with its original as files, where that JSON is the field
 * "entry". On to its first request.
 */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ controller: string }> },
): Promise<Response> {
  return answer(request, async () => {
    const ctx = await staffCtx((await params).controller);
    authoriseAttach(ctx);
    const multipart = /^multipart\//i.test(request.headers.get("content-type") ?? "");
    const receipt = await (multipart
      ? withUploads(ctx, request, ({ fields, files }) =>
          enterFiling(
            ctx,
            parseJson(fields.entry ?? ""),
            files.map(({ upload }) => upload),
          ),
        )
      : readJson(request).then((entry) => enterFiling(ctx, entry)));
    const [first] = receipt.requests;
    return goOn(request, `/staff/${ctx.controller.slug}/requests/${first?.reference ?? ""}?done=entered`);
  });
}
