import { letterPdf } from "@/app/_ui/letter-pdf";
import { countDocument, pdfDownload } from "@/app/api/download";
import { type OwnParams, ofOwnRequest } from "@/app/api/public/my/own-request";
import { Refused } from "@/lib/domain/kernel/refusal";

/** The answer as a PDF, to whom its page shows it. */
export async function GET(request: Request, at: OwnParams): Promise<Response> {
  return ofOwnRequest(request, at, async (ctx, { letter, reference, standing }) => {
    await countDocument(ctx);
    if (!letter) throw new Refused({ code: "wrong_state", state: standing });
    return pdfDownload(await letterPdf(letter), `${reference}.pdf`);
  });
}
