import { COOKIES, cookieHeader } from "@/lib/session/requester";

export const dynamic = "force-dynamic";

const TOKEN = /^[A-Za-z0-9_-]{20,100}$/;
const COOKIE_SECONDS = 15 * 60;

/**
 * A mailed link. Looking at it changes nothing (mail scanners look too): the token goes into a short cookie,
 * and the address becomes a clean one before anything else is loaded.
 */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const cookie = TOKEN.test(token)
    ? cookieHeader(COOKIES.link, token, COOKIE_SECONDS)
    : cookieHeader(COOKIES.link, "", 0);
  return new Response(null, { status: 303, headers: { Location: "/confirm", "Set-Cookie": cookie } });
}
