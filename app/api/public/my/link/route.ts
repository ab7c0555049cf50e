import { respondRefused } from "@/app/_ui/refusal";
import { mailFreshLink } from "@/lib/commands/identity/mail-link";
import { Refused } from "@/lib/domain/kernel/refusal";
import { COOKIES, cookieHeader, installationCtx, writeTyped } from "@/lib/session/requester";
import { formFields } from "../form-fields";

const TYPED_SECONDS = 60;

/** Orders a fresh link. The answer is the same whether or not reference and address are known. */
export async function POST(request: Request): Promise<Response> {
  const values = await formFields(request, ["reference", "email"]);
  try {
    await mailFreshLink(await installationCtx(), values);
    const headers = new Headers({ Location: "/my?done=sent" });
    headers.append("Set-Cookie", cookieHeader(COOKIES.typed, "", 0));
    return new Response(null, { status: 303, headers });
  } catch (error) {
    // The form is shown again with what was typed; a program is told here.
    const form = request.headers.get("accept")?.includes("text/html");
    if (!(error instanceof Refused) || error.refusal.code !== "bad_input" || !form)
      return respondRefused(error, request);
    const typed = writeTyped({ values, issues: error.refusal.issues });
    const headers = {
      Location: "/my?done=error#error-summary",
      "Set-Cookie": cookieHeader(COOKIES.typed, typed, TYPED_SECONDS),
    };
    return new Response(null, { status: 303, headers });
  }
}
