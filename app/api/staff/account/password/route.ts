import { answer, goOn, readJson } from "@/app/api/staff/answer";
import { changePassword } from "@/lib/commands/access/change-password";
import { STAFF_COOKIES, staffCookie } from "@/lib/session/auth-options";
import { installationStaffCtx } from "@/lib/session/staff";

/** A new password. It ends every session, so the way goes on to sign-in. */
export async function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    await changePassword(await installationStaffCtx(), await readJson(request));
    return goOn(request, "/staff/sign-in?done=password", [staffCookie(STAFF_COOKIES.session, "", 0)]);
  });
}
