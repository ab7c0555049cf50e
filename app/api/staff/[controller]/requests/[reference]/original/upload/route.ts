import type { DeskRoute } from "@/app/api/staff/[controller]/desk-step";
import { answer, goOn } from "@/app/api/staff/answer";
import { withUploads } from "@/app/api/upload";
import { attachOriginal, authoriseAttach } from "@/lib/commands/intake/attach-original";
import { staffCtx } from "@/lib/session/staff";

/** The original of a request that staff entered, as one or several files. */
export async function POST(request: Request, { params }: DeskRoute): Promise<Response> {
  return answer(request, async () => {
    const { controller, reference } = await params;
    const ctx = await staffCtx(controller);
    authoriseAttach(ctx);
    await withUploads(ctx, request, ({ files }) =>
      attachOriginal(
        ctx,
        reference,
        files.map(({ upload }) => upload),
      ),
    );
    return goOn(request, `/staff/${ctx.controller.slug}/requests/${reference}?done=attached`);
  });
}
