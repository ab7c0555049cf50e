import { authoriseAnybody, type InstallationCtx } from "@/lib/commands/context";
import { readinessFacts } from "@/lib/db/readiness";
import { type Readiness, readiness } from "@/lib/domain/notice/readiness";

/** Whether the installation can do its work now, and what stands in the way. For load balancers and people. */
export async function systemReadiness(ctx: InstallationCtx): Promise<Readiness> {
  authoriseAnybody(ctx);
  return readiness(await readinessFacts());
}
