import { answer, readForm } from "@/app/api/staff/answer";
import { storedFileResponse } from "@/app/api/stored-file";
import { openFile } from "@/lib/commands/request/open-file";
import { staffCtx } from "@/lib/session/staff";

type FilesRoute = { readonly params: Promise<{ controller: string }> };

/** A stored file of a request, as a download: a form's button, since opening it is written into the log. */
export function POST(request: Request, { params }: FilesRoute): Promise<Response> {
  return answer(request, async () => {
    const fields = await readForm(request);
    return storedFileResponse(await openFile(await staffCtx((await params).controller), fields));
  });
}
