import { calendarDownload } from "@/app/api/download";
import { type OwnParams, ofOwnRequest } from "@/app/api/public/my/own-request";

/** The last day of a request as a calendar file. */
export async function GET(request: Request, at: OwnParams): Promise<Response> {
  return ofOwnRequest(request, at, (ctx, own) => calendarDownload(ctx, [own], `${own.reference}.ics`));
}
