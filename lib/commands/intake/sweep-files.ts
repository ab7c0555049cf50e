import { authoriseSystem, type InstallationCtx } from "@/lib/commands/context";
import { removeDeleted } from "@/lib/db/file";
import { sweepNewFiles } from "@/lib/db/upload";

/** Removes from disk what was deleted, and what interrupted uploads left behind an hour ago or earlier. */
export async function sweepFiles(ctx: InstallationCtx): Promise<void> {
  authoriseSystem(ctx);
  await removeDeleted(ctx.now());
  // By this machine's clock, as the file system's times are; the context's may be a test's.
  await sweepNewFiles(new Date());
}
