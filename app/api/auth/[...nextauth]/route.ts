import type { NextRequest } from "next/server";
import { refusalWords, respondRefused } from "@/app/_ui/refusal";
import { pageLanguage, words } from "@/app/_ui/words";
import { goOn, readForm, readJson } from "@/app/api/staff/answer";
import { Refused } from "@/lib/domain/kernel/refusal";
import { LANGUAGE_COOKIE } from "@/lib/i18n/language";
import { STAFF_COOKIES, staffCookie } from "@/lib/session/auth-options";
import { localPath } from "@/lib/session/local-path";
import { COOKIES, cookieHeader, writeTyped } from "@/lib/session/requester";
import { askNextAuth, signInWithNextAuth, tokenOfThisBrowser } from "@/lib/session/sign-in";
import { endSession } from "@/lib/session/sign-out";

type Context = { params: Promise<{ nextauth: string[] }> };
type Fields = Readonly<Record<string, unknown>>;

const YEAR = 365 * 24 * 3600;
const TYPED_SECONDS = 60;

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
    return respondRefused(error, request);
  }
  return new Response(null, { status: 404 });
}

async function pathOf({ params }: Context): Promise<string> {
  return (await params).nextauth.join("/");
}

/** Signs in with what a script sent as JSON, or with a plain form, which works without any script. */
async function signInAndGoOn(request: NextRequest, context: Context): Promise<Response> {
  const plain = /^application\/x-www-form-urlencoded/i.test(request.headers.get("content-type") ?? "");
  const fields = plain ? await readForm(request) : await readJson(request);
  if (typeof fields !== "object" || fields === null) {
    throw new Refused({ code: "bad_input", issues: [{ field: "", message: "format" }] });
  }
  try {
    const token = plain && !("csrfToken" in fields) ? { csrfToken: await tokenOfThisBrowser(request) } : {};
    const opened = await signInWithNextAuth(request, context, { ...fields, ...token });
    const language = `${LANGUAGE_COOKIE}=${opened.language}; Path=/; Max-Age=${YEAR}; Secure; SameSite=Lax`;
    const device = staffCookie(STAFF_COOKIES.device, opened.device, YEAR);
    return goOn(request, opened.to, [...opened.cookies, device, language]);
  } catch (error) {
    return refused(error, request, fields as Fields);
  }
}

const BACK_TO_THE_FORM = { not_signed_in: "wrong", not_allowed: "reload", bad_input: "missing" } as const;

/** The one sentence for whoever could not sign in, whatever of the three was wrong. */
async function refused(error: unknown, request: Request, fields: Fields): Promise<Response> {
  const refusal = error instanceof Refused ? error.refusal : null;
  const html = request.headers.get("accept")?.includes("text/html");
  const back = BACK_TO_THE_FORM[refusal?.code as keyof typeof BACK_TO_THE_FORM];
  if (html && back) return backToForm(fields, back);
  if (refusal?.code !== "not_signed_in" && refusal?.code !== "not_allowed")
    return respondRefused(error, request);
  const say = await words("staffAccess");
  const wrong = refusal.code === "not_signed_in";
  const said = {
    ...refusalWords(refusal, await pageLanguage()),
    title: say("signIn.title"),
    message: say(wrong ? "signIn.wrong" : "signIn.reload"),
  };
  return Response.json(said, { status: wrong ? 401 : 403 });
}

/** The form again, saying what was wrong; it still has the address and where to go on, and never a secret. */
function backToForm({ email, callbackUrl }: Fields, error: string): Response {
  const next = localPath(typeof callbackUrl === "string" ? callbackUrl : null, "/staff");
  const values = { email: typeof email === "string" ? email : "" };
  const headers = {
    Location: `/staff/sign-in?error=${error}&next=${encodeURIComponent(next)}`,
    "Set-Cookie": cookieHeader(COOKIES.typed, writeTyped({ values, issues: [] }), TYPED_SECONDS),
  };
  return new Response(null, { status: 303, headers });
}
