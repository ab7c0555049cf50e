import { calendarDownload } from "@/app/api/download";
import { type OwnParams, ofOwnRequest } from "@/app/api/public/my/own-request";
import { dayToKeep } from "@/lib/domain/clock/promise";
import { Refused } from "@/lib/domain/kernel/refusal";

/** The last day of a request as a calendar file; there is none while the time stands still. */
export async function GET(request: Request, at: OwnParams): Promise<Response> {
  return ofOwnRequest(request, at, (ctx, { reference, clock, promisedOn }) => {
    const day = dayToKeep(clock, promisedOn);
    if (day === null) throw new Refused({ code: "not_found" });
    return calendarDownload(ctx, [{ reference, promisedOn: day }], `${reference}.ics`);
  });
}
