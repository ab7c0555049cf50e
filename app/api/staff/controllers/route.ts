import { answer, goOn, readJson } from "@/app/api/staff/answer";
import { createController } from "@/lib/commands/controller/create-controller";
import { installationStaffCtx } from "@/lib/session/staff";

/** A new controller; whoever makes it becomes its administrator. */
export async function POST(request: Request): Promise<Response> {
  return answer(request, async () => {
    const { slug } = await createController(await installationStaffCtx(), await readJson(request));
    return goOn(request, `/staff/${slug}/settings/staff`);
  });
}
