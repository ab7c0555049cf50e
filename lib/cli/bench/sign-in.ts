import { generateSync } from "otplib";
import { STAFF_COOKIES } from "@/lib/session/auth-options";
import type { BenchOfficer } from "./installation";
import { Visitor } from "./visitor";

/** Signs an officer in over HTTP, as the form does. @returns the cookies for the Cookie header */
export async function signIn(url: string, { email, password, totpSecret }: BenchOfficer): Promise<string> {
  const visitor = new Visitor(url);
  const { csrfToken } = (await (await visitor.get("/api/auth/csrf")).json()) as { csrfToken: string };
  const code = generateSync({ secret: totpSecret, epoch: Math.floor(Date.now() / 1000) });
  const answer = await visitor.post("/api/auth/callback/credentials", { csrfToken, email, password, code });
  if (!visitor.cookieNames.includes(STAFF_COOKIES.session))
    throw new Error(
      `The officer was not signed in: ${answer.status} ${answer.headers.get("location") ?? ""}`,
    );
  return visitor.cookie;
}
