import { systemReadiness } from "@/lib/queries/system/readiness";
import { installationCtx } from "@/lib/session/requester";

export const dynamic = "force-dynamic";

/** Whether the installation can serve, with reasons: 200 or 503. */
export async function GET(): Promise<Response> {
  const answer = await systemReadiness(await installationCtx());
  return Response.json(answer, { status: answer.ready ? 200 : 503 });
}
