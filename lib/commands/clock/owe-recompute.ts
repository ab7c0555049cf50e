import { currentBasis } from "@/lib/commands/clock/compute";
import { actorOf, authoriseSystem, type InstallationCtx } from "@/lib/commands/context";
import { addRun, type RunReason, requestsBehind, runAtWork, supersedeRun } from "@/lib/db/clock-run";
import { allControllers, type Controller } from "@/lib/db/controller";
import { enqueue } from "@/lib/db/enqueue";
import { lockController } from "@/lib/db/settings";
import { NothingToDo, orNothing, transact, type Work } from "@/lib/db/transact";

/**
 * Owes the recomputation of every open request of a controller by the profile, readings, calendar, own days and policy
 * that are in force in this transaction. A run that is still at work ends where it is: this one begins from the start,
 * and what that one had moved stays in its own list.
 * @param controller with the settings as they are in this transaction
 */
export async function oweRecompute(
  ctx: InstallationCtx,
  { tx, audit }: Work,
  controller: Controller,
  because: RunReason,
): Promise<void> {
  const { id: controllerId, settings } = controller;
  const basis = await currentBasis(controller, tx);
  const at = ctx.now();
  const superseded = await supersedeRun(tx, controllerId, at);
  const { id, total } = await addRun(tx, {
    ...{ controllerId, basis, because, at, by: actorOf(ctx) },
    targetDaysBefore: settings.targetDaysBefore,
  });
  await enqueue(tx, "recompute", { runId: id });
  const { region, version, own = 0 } = basis.calendar;
  audit(
    {
      type: "clock.run_started",
      subject: id,
      facts: {
        ...{ requests: total, because, superseded, policy: basis.policy, profile: basis.profile.id },
        calendar: `${region}:${version}:${own}`,
      },
    },
    controllerId,
  );
}

/**
 * Owes a recomputation wherever open requests run by another profile, calendar or policy than the one in force and
 * nothing is at work: a calendar or a law that came with a new version of the program, and a request that was filed in
 * the moment of a change. For the worker, at its start and every minute.
 * @throws Refused not_allowed (only the worker)
 */
export async function oweWhereBehind(ctx: InstallationCtx): Promise<void> {
  authoriseSystem(ctx);
  for (const controller of await allControllers()) {
    if ((await requestsBehind(controller.id, await currentBasis(controller))) === 0) continue;
    await orNothing(
      transact({ ...ctx, controller }, async (work) => {
        await lockController(work.tx, controller.id);
        if (await runAtWork(controller.id, work.tx)) throw new NothingToDo();
        await oweRecompute(ctx, work, controller, "behind");
      }),
    );
  }
}
