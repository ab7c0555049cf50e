import { calendarDownload } from "@/app/api/download";
import { answer, type ControllerParams, controllerCtx, sentDraft } from "@/app/api/public/door";

/** The last days of what was sent from this browser, as a calendar file. */
export async function GET(request: Request, at: ControllerParams): Promise<Response> {
  return answer(request, async () => {
    const ctx = await controllerCtx(at);
    const { receipt } = await sentDraft(ctx);
    return calendarDownload(ctx, receipt.requests, `${receipt.requests[0]?.reference ?? "habeas"}.ics`);
  });
}
