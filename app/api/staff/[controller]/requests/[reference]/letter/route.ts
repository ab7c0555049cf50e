import { letterPdf, type PrintedLetter } from "@/app/_ui/letter-pdf";
import { countDocument, pdfDownload } from "@/app/api/download";
import { answer } from "@/app/api/staff/answer";
import { openRequest } from "@/lib/commands/request/open-request";
import { Refused } from "@/lib/domain/kernel/refusal";
import { formatDate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { type LetterToPost, letterOf } from "@/lib/queries/notice/letter";
import { requestPage } from "@/lib/queries/request/request-page";
import { staffCtx } from "@/lib/session/staff";

type At = { readonly params: Promise<{ readonly controller: string; readonly reference: string }> };

/**
 * A letter as a PDF, to who may read whose it is: that of the decision, or `?notice=` one that goes by post or to whom a
 * task names. Reading it is opening the request.
 */
export async function GET(request: Request, { params }: At): Promise<Response> {
  return answer(request, async () => {
    const { controller, reference } = await params;
    const ctx = await staffCtx(controller);
    await countDocument(ctx);
    await openRequest(ctx, { reference });
    const page = await requestPage(ctx, reference);
    if (!page.who) throw new Refused({ code: "not_allowed" });
    const notice = new URL(request.url).searchParams.get("notice");
    const letter = notice ? addressed(await letterOf(ctx, reference, notice)) : page.decision?.letter;
    if (!letter) throw new Refused({ code: "wrong_state", state: page.standing });
    return pdfDownload(await letterPdf(letter), `${page.reference}.pdf`);
  });
}

/** The letter with whom it goes to, from whom and when on top. @throws Refused not_releasable (it may not go now) */
function addressed(view: LetterToPost): PrintedLetter {
  const { letter, to, from, gaps } = view;
  if (!letter) throw new Refused({ code: "not_releasable", missing: gaps });
  const say = translator(letter.language, "tasks");
  const rows = [
    { label: say("letter.to"), value: `${to.name}\n${to.address}`.trim() },
    { label: say("letter.sender"), value: `${from.name}\n${from.address}`.trim() },
    { label: say("letter.date"), value: formatDate(view.writtenOn, letter.language) },
  ];
  return { ...letter, blocks: [{ kind: "facts", rows }, ...letter.blocks] };
}
