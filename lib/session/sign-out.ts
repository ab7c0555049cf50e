import { signOut, signOutEverywhere } from "@/lib/commands/access/sign-out";
import { Refused } from "@/lib/domain/kernel/refusal";
import { STAFF_COOKIES, staffCookie } from "@/lib/session/auth-options";
import { installationStaffCtx, staffSessionId } from "@/lib/session/staff";

const CLEARED = [staffCookie(STAFF_COOKIES.session, "", 0)];

/**
 * Ends the session of this browser, or all of its owner's. Without one there is nothing to end.
 * @returns the Set-Cookie lines that take the cookie away
 */
export async function endSession(everywhere = false): Promise<readonly string[]> {
  const sessionId = await staffSessionId();
  try {
    const ctx = await installationStaffCtx();
    if (everywhere) await signOutEverywhere(ctx);
    else if (sessionId) await signOut(ctx, sessionId);
  } catch (error) {
    if (!(error instanceof Refused) || error.refusal.code !== "not_signed_in") throw error;
  }
  return CLEARED;
}
