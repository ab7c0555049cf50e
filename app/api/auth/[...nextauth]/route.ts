import type { NextRequest } from "next/server";
import { refusalWords, respondRefused } from "@/app/_ui/refusal";
import { pageLanguage, words } from "@/app/_ui/words";
import { goOn, readForm, readJson } from "@/app/api/staff/answer";
import { Refused } from "@/lib/domain/kernel/refusal";
import { LANGUAGE_COOKIE } from "@/lib/i18n/language";
import { STAFF_COOKIES, staffCookie } from "@/lib/session/auth-options";
import { askNextAuth, signInWithNextAuth } from "@/lib/session/sign-in";
import { endSession } from "@/lib/session/sign-out";

type Context = { params: Promise<{ nextauth: string[] }> };

const YEAR = 365 * 24 * 3600;

/** next-auth's token against forged forms. Nothing else of next-auth is read from outside. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  return (await pathOf(context)) === "csrf"
    ? askNextAuth(request, context)
    : new Response(null, { status: 404 });
}

/** Signing in and out. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const path = await pathOf(context);
  try {
    if (path === "callback/credentials") return await signInAndGoOn(request, context);
    if (path === "signout") return goOn(request, "/staff/sign-in?done=signed-out", await endSession());
  } catch (error) {
    return refused(error, request);
  }
  return new Response(null, { status: 404 });
}

async function pathOf({ params }: Context): Promise<string> {
  return (await params).nextauth.join("/");
}

async function signInAndGoOn(request: NextRequest, context: Context): Promise<Response> {
  const plain = /^application\/x-www-form-urlencoded/i.test(request.headers.get("content-type") ?? "");
  const fields = plain ? await readForm(request) : await readJson(request);
  if (typeof fields !== "object" || fields === null) {
    throw new Refused({ code: "bad_input", issues: [{ field: "", message: "format" }] });
  }
  const opened = await signInWithNextAuth(request, context, { ...fields });
  const language = `${LANGUAGE_COOKIE}=${opened.language}; Path=/; Max-Age=${YEAR}; Secure; SameSite=Lax`;
  const device = staffCookie(STAFF_COOKIES.device, opened.device, YEAR);
  return goOn(request, opened.to, [...opened.cookies, device, language]);
}

/** The one sentence for whoever could not sign in, whatever of the three was wrong. */
async function refused(error: unknown, request: Request): Promise<Response> {
  const refusal = error instanceof Refused ? error.refusal : null;
  if (refusal?.code !== "not_signed_in" && refusal?.code !== "not_allowed")
    return respondRefused(error, request);
  const say = await words("staffAccess");
  const wrong = refusal.code === "not_signed_in";
  const said = {
    ...refusalWords(refusal, await pageLanguage()),
    title: say("signIn.title"),
    message: say(wrong ? "signIn.wrong" : "signIn.reload"),
  };
  if (!request.headers.get("accept")?.includes("text/html"))
    return Response.json(said, { status: wrong ? 401 : 403 });
  const headers = { Location: `/staff/sign-in?error=${wrong ? "wrong" : "reload"}` };
  return new Response(null, { status: 303, headers });
}
