import { respondRefused } from "@/app/_ui/refusal";
import { words } from "@/app/_ui/words";
import { formPairs } from "@/app/api/public/door";
import { type UploadForm, withUploads } from "@/app/api/upload";
import type { Ctx } from "@/lib/commands/context";
import { Refused } from "@/lib/domain/kernel/refusal";
import { requesterCtx } from "@/lib/session/requester";

/** A form of the requester's own page that may bring files. Done: back to their page; refused: why, and the way back. */
export async function ownUpload(
  request: Request,
  { done, back }: { readonly done: string; readonly back: (fields: UploadForm["fields"]) => string },
  work: (ctx: Ctx, form: UploadForm) => Promise<void>,
): Promise<Response> {
  let fields: UploadForm["fields"] = {};
  try {
    const ctx = await requesterCtx();
    if (!ctx) throw new Refused({ code: "session_ended" });
    const run = (form: UploadForm) => {
      fields = form.fields;
      return work(ctx, form);
    };
    const multipart = /^multipart\//i.test(request.headers.get("content-type") ?? "");
    if (multipart) await withUploads(ctx, request, run);
    else await run({ fields: Object.fromEntries(await formPairs(request)), files: [] });
    return new Response(null, { status: 303, headers: { Location: `/my?done=${done}` } });
  } catch (error) {
    const say = await words("my");
    const gone = error instanceof Refused && error.refusal.code === "session_ended";
    const common = await words("identity");
    return respondRefused(error, request, {
      link: gone
        ? { href: "/my", text: say("find.title") }
        : { href: back(fields), text: common("my.tryAgain") },
    });
  }
}
