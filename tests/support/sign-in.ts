import type { TestApp } from "./app";
import { type Answer, createVisitor, type Visitor } from "./http";
import { codeOf, type TestStaff } from "./staff";

/** What a sign-in form sends. */
export function signInFields(staff: TestStaff, steps = 0): Record<string, unknown> {
  return { email: staff.email, password: staff.password, code: codeOf(staff.totpSecret, steps) };
}

/** Sends the sign-in form of a browser, with next-auth's token against forged forms; `fields` may be anything. */
export async function trySignIn(visitor: Visitor, fields: object): Promise<Answer> {
  const { csrfToken } = JSON.parse((await visitor.get("/api/auth/csrf")).text) as { csrfToken: string };
  return visitor.postJson("/api/auth/callback/credentials", { ...fields, csrfToken });
}

/** A browser in which a staff member is signed in, with the code so many steps from now. */
export async function browserOf(app: TestApp, staff: TestStaff, steps = 0): Promise<Visitor> {
  const visitor = createVisitor(app.url);
  const answer = await trySignIn(visitor, signInFields(staff, steps));
  if (answer.status !== 200)
    throw new Error(`${staff.email} was not signed in: ${answer.status} ${answer.text}`);
  return visitor;
}

/** Whether a browser is signed in, as the account page says it. */
export async function isSignedIn(visitor: Visitor): Promise<boolean> {
  const { status, headers } = await visitor.get("/staff/account");
  if (status === 200) return true;
  if (!headers.location?.includes("/staff/sign-in"))
    throw new Error(`neither signed in nor sent to sign-in: ${status}`);
  return false;
}
