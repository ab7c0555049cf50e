import { calendarFile } from "@/app/_ui/calendar-file";
import { throttleCostly } from "@/lib/commands/access/throttle";
import type { Ctx } from "@/lib/commands/context";
import { formatReference } from "@/lib/domain/intake/reference";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { translator } from "@/lib/i18n/translator";

/** A file to keep. @param name of letters, digits, dots and hyphens only */
export function download(body: Uint8Array | string, name: string, type: string): Response {
  return new Response(body as BodyInit, {
    headers: {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
}

/**
 * Counts a document that is about to be set, of an address or of one of the staff: it costs far more than a page.
 * Called before anything is read.
 * @throws Refused too_many, unavailable
 */
export async function countDocument(ctx: Ctx): Promise<void> {
  const budgets = { staff: { points: 200, seconds: 600 }, peer: { points: 60, seconds: 600 } };
  await throttleCostly(ctx, "document", budgets);
}

export function pdfDownload(bytes: Uint8Array, name: string): Response {
  return download(bytes, name, "application/pdf");
}

type Told = { readonly reference: string; readonly promisedOn: IsoDate | null };

/** The last days of requests for a calendar: reference and controller, and nothing of what was asked or by whom. */
export function calendarDownload(ctx: Ctx, requests: readonly Told[], name: string): Response {
  const say = translator(ctx.language, "paper");
  const { name: controller } = ctx.controller.settings;
  const days = requests.flatMap(({ reference, promisedOn }) =>
    promisedOn === null
      ? []
      : [
          {
            uid: `${reference}@${new URL(ctx.baseUrl).hostname}`,
            day: promisedOn,
            summary: say("calendar.summary", { controller, reference: formatReference(reference) }),
          },
        ],
  );
  return download(calendarFile(days, ctx.now()), name, "text/calendar; charset=utf-8");
}
