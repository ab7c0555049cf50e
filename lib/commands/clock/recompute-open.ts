import { BATCH, type Computed, computeOpen, type Known } from "@/lib/commands/clock/compute-open";
import { authoriseSystem, type Ctx, type InstallationCtx } from "@/lib/commands/context";
import {
  basisOfRun,
  controllerOfRun,
  lockRun,
  openRequestsAfter,
  saveProjections,
  saveRun,
} from "@/lib/db/clock-run";
import { addRunLines } from "@/lib/db/clock-run-lines";
import { controllerById } from "@/lib/db/controller";
import { fromDateColumn, fromDateOrNull } from "@/lib/db/dates";
import { NothingToDo, orNothing, transact } from "@/lib/db/transact";

/**
 * Goes on with a run until it is finished: computes every open request by the run's profile, calendar and policy, in
 * batches that commit one by one, so that a killed worker loses at most a batch and another goes on after it. The dates
 * change, every request that moved is listed and has its own `request.clock_changed`, and the date promised to its
 * requester stays. Two workers take turns; a run that was superseded stops.
 * @throws Refused not_allowed (only the worker)
 */
export async function recomputeOpen(ctx: InstallationCtx, runId: string): Promise<void> {
  authoriseSystem(ctx);
  const controllerId = await controllerOfRun(runId);
  const controller = controllerId && (await controllerById(controllerId));
  if (!controller) return;
  const known: Known = new Map();
  while (await step({ ...ctx, controller }, runId, known));
}

/** One batch. Returns whether there may be more. */
async function step(ctx: Ctx, runId: string, known: Known): Promise<boolean> {
  const more = await orNothing(
    transact(ctx, async ({ tx, audit }) => {
      const run = await lockRun(tx, runId);
      if (run?.state !== "applying") throw new NothingToDo();
      const { controllerId } = run;
      const basis = await basisOfRun(run, tx);
      const rows = await openRequestsAfter(tx, controllerId, run.cursor, BATCH, true);
      const computed = await computeOpen(tx, { ...run, basis }, rows, known);
      const moved = computed.filter((each) => each.moved);
      await saveProjections(
        tx,
        controllerId,
        computed.map(({ row, ...each }) => ({ id: row.id, ...each })),
      );
      await addRunLines(tx, run, moved.map(line));
      const finished = rows.length < BATCH;
      await saveRun(tx, run.id, {
        seen: run.seen + rows.length,
        moved: run.moved + moved.length,
        cursor: rows.at(-1)?.id ?? run.cursor,
        ...(finished ? { state: "done", finishedAt: ctx.now() } : {}),
      });
      for (const { row, dates } of moved) {
        audit({
          type: "request.clock_changed",
          subject: run.id,
          request: row.id,
          facts: {
            ...{ event: "recomputed", cause: run.because },
            before: row.statutoryOn,
            after: fromDateOrNull(dates.statutoryOn),
            workBefore: row.workBy,
            workAfter: fromDateColumn(dates.workBy),
            status: dates.clockStatus,
          },
        });
      }
      const facts = { requests: rows.length, moved: moved.length };
      audit({ type: "clock.recomputed", subject: runId, facts });
      return !finished;
    }),
  );
  return more ?? false;
}

function line({ row, dates }: Computed) {
  return {
    requestId: row.id,
    statutoryBefore: row.statutoryOn,
    statutoryAfter: fromDateOrNull(dates.statutoryOn),
    workByBefore: row.workBy,
    workByAfter: fromDateColumn(dates.workBy),
    promisedOn: row.promisedOn,
  };
}
