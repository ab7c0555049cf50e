import { COOKIES, cookieHeader, endRequester } from "@/lib/session/requester";

/** Ends the requester's session, here and in the database. */
export async function POST(): Promise<Response> {
  await endRequester();
  const headers = { Location: "/my?done=signed-out", "Set-Cookie": cookieHeader(COOKIES.requester, "", 0) };
  return new Response(null, { status: 303, headers });
}
