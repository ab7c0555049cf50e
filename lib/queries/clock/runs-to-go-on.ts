import { authoriseSystem, type InstallationCtx } from "@/lib/commands/context";
import { unfinishedRuns } from "@/lib/db/clock-run";

/** Ids of recomputations that are not finished, oldest first. For the worker. */
export async function runsToGoOn(ctx: InstallationCtx): Promise<readonly string[]> {
  authoriseSystem(ctx);
  return unfinishedRuns();
}
