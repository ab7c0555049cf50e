import { STAFF_COOKIES, staffCookie } from "@/lib/session/auth-options";

export const dynamic = "force-dynamic";

const TOKEN = /^[A-Za-z0-9_-]{43}$/;
const COOKIE_SECONDS = 30 * 60;

/**
 * An invitation or reset link. Looking at it changes nothing (mail scanners look too): the token goes into a short
 * cookie, and the address becomes a clean one before anything else is loaded.
 */
export async function GET(_: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const { token } = await params;
  const known = TOKEN.test(token);
  const cookie = staffCookie(STAFF_COOKIES.join, known ? token : "", known ? COOKIE_SECONDS : 0);
  return new Response(null, { status: 303, headers: { Location: "/staff/join", "Set-Cookie": cookie } });
}
