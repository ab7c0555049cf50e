import { authoriseSystem, type InstallationCtx } from "@/lib/commands/context";
import { overdueNotices } from "@/lib/db/notice";

/** Ids of notices that should be sent now, oldest first. For the worker. */
export async function dueNotices(ctx: InstallationCtx, limit: number): Promise<readonly string[]> {
  authoriseSystem(ctx);
  return overdueNotices(limit);
}
