import type { NextAuthOptions, User } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { derivedKey, keys } from "@/lib/db/keys";
import { STAFF_SESSION_HOURS } from "@/lib/db/staff-session";
import { readEnv } from "@/lib/env";
import { localPath } from "@/lib/session/local-path";

/** Cookies of the staff side. No other cookie may begin with the name of `session`: next-auth would read it as a part. */
export const STAFF_COOKIES = {
  session: "__Host-habeas.staff",
  csrf: "__Host-habeas.csrf",
  callback: "__Host-habeas.callback",
  device: "__Host-habeas.device",
  join: "__Host-habeas.join",
} as const;

const SECONDS = STAFF_SESSION_HOURS * 3600;
const cookie = { httpOnly: true, sameSite: "lax", path: "/", secure: true } as const;

/** Turns what was typed into the id of a new session. */
export type Authorise = (credentials: Readonly<Record<string, string>>) => Promise<string>;

/**
 * How next-auth works here: it carries the id of a StaffSession in an encrypted cookie and nothing else. Whether the
 * session still stands, and what its owner may do, is read from the database on every request.
 */
export function authOptions(authorise: Authorise = refuseAll): NextAuthOptions {
  return {
    secret: derivedKey(keys().session, "next-auth", "staff").toString("base64"),
    session: { strategy: "jwt", maxAge: SECONDS },
    jwt: { maxAge: SECONDS },
    useSecureCookies: true,
    cookies: {
      sessionToken: { name: STAFF_COOKIES.session, options: cookie },
      csrfToken: { name: STAFF_COOKIES.csrf, options: cookie },
      callbackUrl: { name: STAFF_COOKIES.callback, options: cookie },
    },
    pages: { signIn: "/staff/sign-in", error: "/staff/sign-in" },
    providers: [
      Credentials({
        credentials: { email: {}, password: {}, code: {} },
        authorize: async (credentials): Promise<User> => ({ id: await authorise(credentials ?? {}) }),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => ({ sid: user?.id ?? token.sid }),
      session: ({ session, token }) => ({ expires: session.expires, sid: token.sid }),
      redirect: ({ url }) => readEnv().BASE_URL + localPath(url, "/staff"),
    },
    // What it would print may hold what was typed; what matters is thrown or in the audit log.
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

async function refuseAll(): Promise<string> {
  throw new Error("this page signs nobody in");
}

/** A Set-Cookie line for one of STAFF_COOKIES; zero seconds clears it. */
export function staffCookie(
  name: (typeof STAFF_COOKIES)[keyof typeof STAFF_COOKIES],
  value: string,
  seconds: number,
): string {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; Secure; SameSite=Lax`;
}
