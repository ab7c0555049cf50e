import type { Mailer } from "@/lib/adapters/mail";
import { oweWhereBehind } from "@/lib/commands/clock/owe-recompute";
import { recomputeOpen } from "@/lib/commands/clock/recompute-open";
import { remindDesk } from "@/lib/commands/clock/remind-desk";
import type { InstallationCtx } from "@/lib/commands/context";
import { settleSilentFees } from "@/lib/commands/fee/settle-silent-fees";
import { remindUnconfirmed } from "@/lib/commands/identity/remind-unconfirmed";
import { sweepEvidence } from "@/lib/commands/identity/sweep-evidence";
import { forgetExpired } from "@/lib/commands/intake/forget-expired";
import { sweepFiles } from "@/lib/commands/intake/sweep-files";
import { runsToGoOn } from "@/lib/queries/clock/runs-to-go-on";
import { dueNotices } from "@/lib/queries/notice/due-notices";
import { deliverNotice } from "./deliver-notice";

const AT_ONCE = 50;

/**
 * Does whatever is due, whoever forgot it: notices without a job, held or to be tried again; the one
 * reminder to unconfirmed addresses; the digests of the staff; fees whose day to answer has passed; open requests
 * that run by an older calendar or law, and recomputations that a killed worker left; drafts, sessions and links that have expired; files that were deleted or never finished. Runs every minute and
 * at every start, so a worker that stood still misses nothing.
 */
export async function sweep(ctx: InstallationCtx, mailer: Mailer): Promise<void> {
  await remindUnconfirmed(ctx);
  await remindDesk(ctx);
  await settleSilentFees(ctx);
  for (const id of await dueNotices(ctx, AT_ONCE)) await deliverNotice(ctx, mailer, id);
  await oweWhereBehind(ctx);
  for (const id of await runsToGoOn(ctx)) await recomputeOpen(ctx, id);
  await forgetExpired(ctx);
  await sweepEvidence(ctx);
  await sweepFiles(ctx);
}
