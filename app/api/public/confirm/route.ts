import { cookies } from "next/headers";
import { respondRefused } from "@/app/_ui/refusal";
import { useLink as spendLink } from "@/lib/commands/identity/use-link";
import { Refused } from "@/lib/domain/kernel/refusal";
import { COOKIES, cookieHeader, installationCtx } from "@/lib/session/requester";

const SESSION_SECONDS = 30 * 60;

/** Spends the link that /c put into the cookie: the address is confirmed and the requester's page opens. */
export async function POST(request: Request): Promise<Response> {
  try {
    const token = (await cookies()).get(COOKIES.link)?.value ?? "";
    const { sessionToken } = await spendLink(await installationCtx(), token);
    const headers = new Headers({ Location: "/my" });
    headers.append("Set-Cookie", cookieHeader(COOKIES.requester, sessionToken, SESSION_SECONDS));
    headers.append("Set-Cookie", cookieHeader(COOKIES.link, "", 0));
    return new Response(null, { status: 303, headers });
  } catch (error) {
    const aboutTheLink = error instanceof Refused && error.refusal.code.startsWith("link_");
    // The page says what has become of the link; a program is told here.
    const page = request.headers.get("accept")?.includes("text/html");
    if (!aboutTheLink || !page) return respondRefused(error, request);
    return new Response(null, { status: 303, headers: { Location: "/confirm" } });
  }
}
