import { letterPdf } from "@/app/_ui/letter-pdf";
import { pageLanguage } from "@/app/_ui/words";
import { countDocument } from "@/app/api/download";
import type { DeskRoute } from "@/app/api/staff/[controller]/desk-step";
import { answer } from "@/app/api/staff/answer";
import { exportDossier } from "@/lib/commands/fee/export-dossier";
import { formatReference } from "@/lib/domain/intake/reference";
import { translator } from "@/lib/i18n/translator";
import { dossier } from "@/lib/queries/fee/dossier";
import { staffCtx } from "@/lib/session/staff";
import { dossierBlocks } from "./dossier-blocks";

/** The dossier as a tagged PDF; that it was taken out is written into the log first. */
export async function POST(request: Request, { params }: DeskRoute): Promise<Response> {
  return answer(request, async () => {
    const { controller, reference } = await params;
    const ctx = await staffCtx(controller);
    await countDocument(ctx);
    await exportDossier(ctx, { reference });
    const view = await dossier(ctx, reference);
    const language = await pageLanguage();
    const shown = formatReference(view.reference);
    const pdf = await letterPdf({
      title: translator(language, "fee")("pdf.title", { reference: shown }),
      language,
      blocks: dossierBlocks(view, language, ctx.controller.settings),
      madeAt: ctx.now(),
    });
    return new Response(new Uint8Array(pdf), {
      headers: {
        "Content-Type": "application/pdf",
        "Content-Disposition": `attachment; filename="dossier-${view.reference}.pdf"`,
      },
    });
  });
}
