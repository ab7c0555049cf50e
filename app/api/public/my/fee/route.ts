import { respondRefused } from "@/app/_ui/refusal";
import { words } from "@/app/_ui/words";
import { chooseAboutFee } from "@/lib/commands/fee/choose";
import { Refused } from "@/lib/domain/kernel/refusal";
import { requesterCtx } from "@/lib/session/requester";
import { formFields } from "../form-fields";

/** What a requester chose about a fee; refused, what was written comes back in a form that still holds it. */
export async function POST(request: Request): Promise<Response> {
  const { text, ...fields } = await formFields(request, ["choice", "reference", "fee", "text"]);
  const writes = fields.choice === "narrow" || fields.choice === "object";
  try {
    const ctx = await requesterCtx();
    if (!ctx) throw new Refused({ code: "session_ended" });
    await chooseAboutFee(ctx, writes ? { ...fields, text } : fields);
    return new Response(null, { status: 303, headers: { Location: `/my?done=fee-${fields.choice}` } });
  } catch (error) {
    const my = await words("my");
    const say = await words("fee");
    const errors = await words("errors");
    const link = { href: "/my", text: my("find.title") };
    if (!writes) return respondRefused(error, request, { link });
    return respondRefused(error, request, {
      link,
      again: {
        action: "/api/public/my/fee",
        hidden: fields,
        lead: errors("plain.kept"),
        fields: [{ as: "lines", name: "text", label: say(`my.${fields.choice}.label`), typed: text }],
        button: say(`my.${fields.choice}.button`),
      },
    });
  }
}
