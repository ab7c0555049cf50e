import { cookies } from "next/headers";
import { answer, readJson } from "@/app/api/staff/answer";
import { join } from "@/lib/commands/access/join";
import { Refused } from "@/lib/domain/kernel/refusal";
import { STAFF_COOKIES, staffCookie } from "@/lib/session/auth-options";
import { installationCtx } from "@/lib/session/requester";

/** Spends the link that brought the person here; its token is in the cookie only. The recovery codes are shown this once. */
export async function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const typed = await readJson(request);
    const token = (await cookies()).get(STAFF_COOKIES.join)?.value;
    if (!token) throw new Refused({ code: "link_unknown" });
    const fields = typeof typed === "object" && typed !== null ? typed : {};
    const codes = await join(await installationCtx(), { ...fields, token });
    return Response.json({ codes }, { headers: { "Set-Cookie": staffCookie(STAFF_COOKIES.join, "", 0) } });
  });
}
