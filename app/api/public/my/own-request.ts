import { respondRefused } from "@/app/_ui/refusal";
import { words } from "@/app/_ui/words";
import { inItsLanguage } from "@/app/api/public/door";
import type { Ctx } from "@/lib/commands/context";
import { readReference } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";
import { type MyRequest, myRequests } from "@/lib/queries/request/my-requests";
import { requesterCtx } from "@/lib/session/requester";

export type OwnParams = { readonly params: Promise<{ readonly reference: string }> };

/** Runs a download of one of the requester's own requests, as their page shows it; a refusal leads back there. */
export async function ofOwnRequest(
  request: Request,
  { params }: OwnParams,
  work: (ctx: Ctx, own: MyRequest) => Promise<Response> | Response,
): Promise<Response> {
  try {
    const ctx = await requesterCtx();
    if (!ctx) throw new Refused({ code: "session_ended" });
    const reference = readReference((await params).reference);
    const { requests } = await myRequests(ctx);
    const own = requests.find((each) => each.reference === reference);
    if (!own) throw new Refused({ code: "not_found" });
    return await work(inItsLanguage(ctx), own);
  } catch (error) {
    const say = await words("my");
    return respondRefused(error, request, { link: { href: "/my", text: say("find.title") } });
  }
}
