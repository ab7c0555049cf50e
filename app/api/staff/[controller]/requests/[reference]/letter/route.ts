import { letterPdf } from "@/app/_ui/letter-pdf";
import { pdfDownload } from "@/app/api/download";
import { answer } from "@/app/api/staff/answer";
import { openRequest } from "@/lib/commands/request/open-request";
import { Refused } from "@/lib/domain/kernel/refusal";
import { requestPage } from "@/lib/queries/request/request-page";
import { staffCtx } from "@/lib/session/staff";

type At = { readonly params: Promise<{ readonly controller: string; readonly reference: string }> };

/** The letter of the decision as a PDF, to who may read whose it is. Reading it is opening the request. */
export async function GET(request: Request, { params }: At): Promise<Response> {
  return answer(request, async () => {
    const { controller, reference } = await params;
    const ctx = await staffCtx(controller);
    await openRequest(ctx, { reference });
    const page = await requestPage(ctx, reference);
    if (!page.who) throw new Refused({ code: "not_allowed" });
    const letter = page.decision?.letter;
    if (!letter) throw new Refused({ code: "wrong_state", state: page.standing });
    return pdfDownload(await letterPdf(letter), `${page.reference}.pdf`);
  });
}
