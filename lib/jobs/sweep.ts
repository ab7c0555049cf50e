import type { Mailer } from "@/lib/adapters/mail";
import { oweWhereBehind } from "@/lib/commands/clock/owe-recompute";
import { recomputeOpen } from "@/lib/commands/clock/recompute-open";
import { remindDesk } from "@/lib/commands/clock/remind-desk";
import type { InstallationCtx } from "@/lib/commands/context";
import { endFeesSwitchedOff } from "@/lib/commands/fee/end-switched-off";
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
 * Does whatever is due, whoever forgot it: evidence, drafts, sessions, links and files whose time is over; the one
 * reminder to unconfirmed addresses; the digests of the staff; fees at controllers that charge nothing any more, and those whose day to answer has passed; notices without a
 * job, held or to be tried again; open requests that run by an older calendar or law, and recomputations that a killed
 * worker left. Runs every minute and at every start, so a worker that stood still misses nothing. What is deleted comes
 * first, and a step that fails keeps no other from its turn.
 * @throws Error whose cause is that of the first step that failed
 */
export async function sweep(ctx: InstallationCtx, mailer: Mailer): Promise<void> {
  const steps = [
    () => sweepEvidence(ctx),
    () => forgetExpired(ctx),
    () => sweepFiles(ctx),
    () => remindUnconfirmed(ctx),
    () => remindDesk(ctx),
    // Before silence: a fee that is not charged any more lets nothing count as taken back.
    () => endFeesSwitchedOff(ctx),
    () => settleSilentFees(ctx),
    () => oweWhereBehind(ctx),
    async () => {
      for (const id of await runsToGoOn(ctx)) await recomputeOpen(ctx, id);
    },
    // Last, since a mail server that is silent takes its time.
    async () => {
      for (const id of await dueNotices(ctx, AT_ONCE)) await deliverNotice(ctx, mailer, id);
    },
  ];
  const failed: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length > 0) throw new Error(`${failed.length} steps of the sweep failed`, { cause: failed[0] });
}
