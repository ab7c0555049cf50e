import { respondRefused } from "@/app/_ui/refusal";
import { words } from "@/app/_ui/words";
import { reply } from "@/lib/commands/request/reply";
import { Refused } from "@/lib/domain/kernel/refusal";
import { requesterCtx } from "@/lib/session/requester";
import { formFields } from "../form-fields";

/** A requester's reply to a question; refused, it comes back in a form that still holds it. */
export async function POST(request: Request): Promise<Response> {
  const fields = await formFields(request, ["reference", "text", "idempotencyKey"]);
  try {
    const ctx = await requesterCtx();
    if (!ctx) throw new Refused({ code: "session_ended" });
    await reply(ctx, fields);
    return new Response(null, { status: 303, headers: { Location: "/my?done=reply" } });
  } catch (error) {
    const say = await words("my");
    const errors = await words("errors");
    const { text, ...hidden } = fields;
    return respondRefused(error, request, {
      link: { href: "/my", text: say("find.title") },
      again: {
        action: "/api/public/my/reply",
        hidden,
        lead: errors("plain.kept"),
        fields: [{ as: "lines", name: "text", label: say("mine.replyLabel"), typed: text }],
        button: say("mine.replySend"),
      },
    });
  }
}
