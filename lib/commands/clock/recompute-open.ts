import { clockOf } from "@/lib/commands/clock/compute";
import { authoriseSystem, type Ctx, type InstallationCtx } from "@/lib/commands/context";
import type { Tx } from "@/lib/db/client";
import { type ClockBasis, clockEventsOf, projection } from "@/lib/db/clock";
import {
  addRunLines,
  basisOfRun,
  type ClockRun,
  controllerOfRun,
  datesText,
  lockRun,
  openRequestsAfter,
  type RunRow,
  saveProjections,
  saveRun,
} from "@/lib/db/clock-run";
import { controllerById } from "@/lib/db/controller";
import { fromDateColumn, fromDateOrNull } from "@/lib/db/dates";
import { quietly, transact } from "@/lib/db/transact";
import type { AuditEntry } from "@/lib/domain/audit/events";
import type { Clock } from "@/lib/domain/clock/types";

/** How many requests are computed and written in one transaction: small enough that nobody waits for their locks. */
const BATCH = 1_000;

/** Clocks to which nothing happened are the same for all requests of one right and day. */
type Known = Map<string, Clock>;

/**
 * Goes on with a run until it is finished: computes every open request by the run's profile, calendar and policy, in
 * batches that commit one by one, so that a killed worker loses at most a batch and another goes on after it. A
 * preview only lists what would move; for real, the dates change, every request that moved has its own
 * `request.clock_changed`, and the date promised to its requester stays. Two workers take turns.
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
  const listed = await quietly(async (tx) => {
    const run = await lockRun(tx, runId);
    return run?.state === "previewing" ? list(ctx, tx, run, known) : run?.state;
  });
  if (typeof listed === "boolean") return listed;
  if (listed !== "applying") return false;
  return transact(ctx, async ({ tx, audit }) => {
    const run = await lockRun(tx, runId);
    const { rows, moved, more } =
      run?.state === "applying" ? await write(ctx, tx, run, known, audit) : NOTHING;
    audit({ type: "clock.recomputed", subject: runId, facts: { requests: rows, moved } });
    return more;
  });
}

const NOTHING = { rows: 0, moved: 0, more: false } as const;

async function list(ctx: Ctx, tx: Tx, run: ClockRun, known: Known): Promise<boolean> {
  const rows = await openRequestsAfter(tx, run.controllerId, run.cursor, BATCH, false);
  const computed = await computeAll(tx, run, rows, known);
  const moved = computed.filter((each) => each.moved);
  await addRunLines(tx, run, moved.map(line));
  return goOn(ctx, tx, run, rows, moved.length, "previewed");
}

async function write(
  ctx: Ctx,
  tx: Tx,
  run: ClockRun,
  known: Known,
  audit: (entry: AuditEntry) => void,
): Promise<{ readonly rows: number; readonly moved: number; readonly more: boolean }> {
  const rows = await openRequestsAfter(tx, run.controllerId, run.cursor, BATCH, true);
  const computed = await computeAll(tx, run, rows, known);
  const moved = computed.filter((each) => each.moved);
  await saveProjections(
    tx,
    run.controllerId,
    computed.map(({ row, ...each }) => ({ id: row.id, ...each })),
  );
  await addRunLines(tx, run, moved.map(line));
  for (const { row, dates } of moved) {
    audit({
      type: "request.clock_changed",
      subject: run.id,
      request: row.id,
      facts: {
        event: "recomputed",
        before: row.statutoryOn,
        after: fromDateOrNull(dates.statutoryOn),
        workBefore: row.workBy,
        workAfter: fromDateColumn(dates.workBy),
        status: dates.clockStatus,
      },
    });
  }
  const more = await goOn(ctx, tx, run, rows, moved.length, "done");
  return { rows: rows.length, moved: moved.length, more };
}

type Computed = {
  readonly row: RunRow;
  readonly dates: ReturnType<typeof projection>;
  readonly moved: boolean;
};

async function computeAll(tx: Tx, run: ClockRun, rows: readonly RunRow[], known: Known): Promise<Computed[]> {
  const basis = await basisOfRun(run, tx);
  const ids = rows.map(({ id }) => id);
  const events = await clockEventsOf(run.controllerId, ids, tx);
  return rows.map((row) => {
    const happened = events.get(row.id) ?? [];
    const clock =
      happened.length > 0 ? clockOf(basis, run, row, happened) : untouched(basis, run, row, known);
    const dates = projection(clock, row.promisedOn, basis);
    return { row, dates, moved: datesText(dates) !== row.dates };
  });
}

function untouched(basis: ClockBasis, run: ClockRun, row: RunRow, known: Known): Clock {
  const key = `${row.right} ${row.receivedOn} ${row.zone}`;
  const clock = known.get(key) ?? clockOf(basis, run, row, []);
  known.set(key, clock);
  return clock;
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

async function goOn(
  ctx: Ctx,
  tx: Tx,
  run: ClockRun,
  rows: readonly RunRow[],
  moved: number,
  end: "previewed" | "done",
): Promise<boolean> {
  const last = rows.at(-1)?.id ?? run.cursor;
  const finished = rows.length < BATCH;
  await saveRun(tx, run.id, {
    seen: run.seen + rows.length,
    moved: run.moved + moved,
    cursor: last,
    ...(finished ? { state: end, ...(end === "done" ? { finishedAt: ctx.now() } : {}) } : {}),
  });
  return !finished;
}
