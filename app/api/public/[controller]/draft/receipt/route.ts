import { letterPdf } from "@/app/_ui/letter-pdf";
import { countDocument, pdfDownload } from "@/app/api/download";
import { receiptPaper } from "@/app/api/public/documents/receipt-blocks";
import { answer, type ControllerParams, controllerCtx, sentDraft } from "@/app/api/public/door";
import { portal } from "@/lib/queries/intake/portal";

/** The receipt of what was sent from this browser, as a PDF. */
export async function GET(request: Request, at: ControllerParams): Promise<Response> {
  return answer(request, async () => {
    const ctx = await controllerCtx(at);
    await countDocument(ctx);
    const { receipt } = await sentDraft(ctx);
    const { language } = ctx;
    const { settings, authority } = await portal(ctx);
    const pdf = await letterPdf(receiptPaper({ receipt, language, settings, authority }));
    return pdfDownload(pdf, `${receipt.requests[0]?.reference ?? "habeas"}.pdf`);
  });
}
