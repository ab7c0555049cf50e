import { authoriseSystem, type InstallationCtx } from "@/lib/commands/context";
import { deleteExpired } from "@/lib/db/expiry";

/**
 * Deletes what has lived its time and was never part of a request: drafts with their keys, ended
 * sessions, counters. Filings, requests and the log are not touched.
 */
export async function forgetExpired(ctx: InstallationCtx): Promise<void> {
  authoriseSystem(ctx);
  await deleteExpired();
}
