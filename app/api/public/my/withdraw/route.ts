import { respondRefused } from "@/app/_ui/refusal";
import { words } from "@/app/_ui/words";
import { withdrawRequest } from "@/lib/commands/request/withdraw";
import { Refused } from "@/lib/domain/kernel/refusal";
import { requesterCtx } from "@/lib/session/requester";
import { formFields } from "../form-fields";

/** Takes a request back, after the page that asks whether it is meant. */
export async function POST(request: Request): Promise<Response> {
  const fields = await formFields(request, ["reference"]);
  try {
    const ctx = await requesterCtx();
    if (!ctx) throw new Refused({ code: "session_ended" });
    await withdrawRequest(ctx, fields);
    return new Response(null, { status: 303, headers: { Location: "/my?done=withdrawn" } });
  } catch (error) {
    const say = await words("my");
    return respondRefused(error, request, { link: { href: "/my", text: say("find.title") } });
  }
}
