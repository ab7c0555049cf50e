import type { ExportFile } from "@/lib/commands/audit/export-events";
import { exportChain } from "@/lib/commands/audit/export-events";
import { authoriseSetup, type InstallationCtx } from "@/lib/commands/context";
import { INSTALLATION_CHAIN } from "@/lib/db/transact";

/**
 * The whole log of the installation as JSON Lines, for whoever stands at its console. That it was exported is its last
 * line but for what happened in the same moment.
 * @throws Refused not_allowed
 */
export async function exportInstallationEvents(ctx: InstallationCtx): Promise<ExportFile> {
  authoriseSetup(ctx);
  return exportChain(ctx, { id: INSTALLATION_CHAIN, name: "installation" });
}
