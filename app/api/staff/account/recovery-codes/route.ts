import { answer, readJson } from "@/app/api/staff/answer";
import { makeRecoveryCodes } from "@/lib/commands/access/make-recovery-codes";
import { installationStaffCtx } from "@/lib/session/staff";

/** Ten new recovery codes, shown this once. */
export async function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const codes = await makeRecoveryCodes(await installationStaffCtx(), await readJson(request));
    return Response.json({ codes });
  });
}
