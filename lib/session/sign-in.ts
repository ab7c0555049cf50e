import { cookies } from "next/headers";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { type SignInResult, signIn } from "@/lib/commands/access/sign-in";
import { Refused } from "@/lib/domain/kernel/refusal";
import { authOptions, STAFF_COOKIES, staffCookie } from "@/lib/session/auth-options";
import { localPath } from "@/lib/session/local-path";
import { installationCtx } from "@/lib/session/requester";
import { staffSessionId } from "@/lib/session/staff";

/** What next-auth takes besides the request. */
type RouteContext = { readonly params: Promise<{ nextauth: string[] }> };

/** A session opened by next-auth. */
export type Opened = SignInResult & {
  /** The Set-Cookie lines of next-auth. */
  readonly cookies: readonly string[];
  /** The path to go on to. */
  readonly to: string;
};

/**
 * Signs in through next-auth's own route: it checks its token against forged forms, calls our command, and makes the
 * cookie with the session's id.
 * @param fields email, password, code, csrfToken, callbackUrl; anything else is refused by the command
 * @throws Refused as lib/commands/access/sign-in.ts; not_allowed when the form's token is not the browser's
 */
export async function signInWithNextAuth(
  request: NextRequest,
  context: RouteContext,
  fields: Readonly<Record<string, unknown>>,
): Promise<Opened> {
  const { csrfToken, callbackUrl, json: _, redirect: __, ...typed } = fields;
  const from = {
    peer: request.headers.get("x-habeas-peer") ?? "unknown",
    device: (await cookies()).get(STAFF_COOKIES.device)?.value ?? null,
    sessionId: await staffSessionId(),
  };
  const ctx = await installationCtx();
  let result: SignInResult | undefined;
  let thrown: unknown;
  const options = authOptions(async () => {
    try {
      result = await signIn(ctx, typed, from);
      return result.sessionId;
    } catch (error) {
      thrown = error;
      throw error;
    }
  });
  const answer: Response = await NextAuth(
    withBody(request, { csrfToken: String(csrfToken) }),
    context,
    options,
  );
  if (thrown !== undefined) throw thrown;
  if (result === undefined) throw new Refused({ code: "not_allowed" });
  const to = localPath(typeof callbackUrl === "string" ? callbackUrl : null, "/staff");
  return { ...result, cookies: answer.headers.getSetCookie(), to };
}

/**
 * Asks next-auth for its token against forged forms; its answer holds the token and sets its cookie. A cookie of its
 * own that it cannot read makes it fail as if the server were at fault: that cookie is taken away instead.
 */
export async function askNextAuth(request: NextRequest, context: RouteContext): Promise<Response> {
  const asked = new NextRequest(withoutQuery(request), { headers: request.headers });
  const answer: Response = await NextAuth(asked, context, authOptions());
  if (answer.status < 500) return answer;
  return new Response(null, {
    status: 400,
    headers: { "Set-Cookie": staffCookie(STAFF_COOKIES.callback, "", 0) },
  });
}

/**
 * The token for a plain form, which cannot fetch one. Its post came from a page of ours (the front saw to that), so
 * next-auth is asked for the token of this very browser, and its cookie is set on the way.
 */
export async function tokenOfThisBrowser(request: NextRequest): Promise<string> {
  const asked = new NextRequest(withoutQuery(request), { headers: request.headers });
  const answer: Response = await NextAuth(
    asked,
    { params: Promise.resolve({ nextauth: ["csrf"] }) },
    authOptions(),
  );
  const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${STAFF_COOKIES.csrf}=`));
  const value = line?.slice(STAFF_COOKIES.csrf.length + 1).split(";", 1)[0];
  const options = { httpOnly: true, secure: true, path: "/", sameSite: "lax" } as const;
  if (value) (await cookies()).set(STAFF_COOKIES.csrf, decodeURIComponent(value), options);
  const { csrfToken } = (await answer.json()) as { readonly csrfToken?: unknown };
  return String(csrfToken);
}

/** What next-auth reads from a request is what we wrote: no query, and text where it expects text. */
function withBody(request: NextRequest, body: Readonly<Record<string, string>>): NextRequest {
  const headers = new Headers(request.headers);
  headers.set("content-type", "application/json");
  headers.delete("content-length");
  return new NextRequest(withoutQuery(request), { method: "POST", headers, body: JSON.stringify(body) });
}

function withoutQuery(request: NextRequest): string {
  const url = new URL(request.url);
  return url.origin + url.pathname;
}
