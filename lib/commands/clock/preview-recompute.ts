import { currentBasis } from "@/lib/commands/clock/compute";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { addRun } from "@/lib/db/clock-run";
import { enqueue } from "@/lib/db/enqueue";
import { isDuplicate, transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";

/**
 * Starts a recomputation of every open request by the profile, calendar, own days and policy now in force, as a
 * preview: the worker lists what would move, and nothing moves before `applyRecompute`.
 * @returns the id of the run
 * @throws Refused not_signed_in, not_allowed, wrong_state (another run of this controller is at work)
 */
export async function previewRecompute(ctx: Ctx): Promise<{ readonly runId: string }> {
  authoriseStaff(ctx, "settings.write");
  const started = transact(ctx, async ({ tx, audit }) => {
    const { controller } = ctx;
    const basis = await currentBasis(controller, tx);
    const { id, total } = await addRun(tx, {
      controllerId: controller.id,
      basis,
      targetDaysBefore: controller.settings.targetDaysBefore,
      at: ctx.now(),
      by: actorOf(ctx),
    });
    await enqueue(tx, "recompute", { runId: id });
    const { region, version, own = 0 } = basis.calendar;
    const calendar = `${region}:${version}:${own}`;
    audit({
      type: "clock.run_started",
      subject: id,
      facts: { requests: total, calendar, profile: basis.profile.id, policy: basis.policy },
    });
    return { runId: id };
  });
  return started.catch((error) => {
    throw isDuplicate(error) ? new Refused({ code: "wrong_state", state: "run_at_work" }) : error;
  });
}
