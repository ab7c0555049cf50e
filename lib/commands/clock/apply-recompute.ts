import { z } from "zod";
import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import type { Tx } from "@/lib/db/client";
import { type ClockRun, type ClockRunState, forgetRunLines, lockRun, saveRun } from "@/lib/db/clock-run";
import { enqueue } from "@/lib/db/enqueue";
import { transact } from "@/lib/db/transact";
import { Refused } from "@/lib/domain/kernel/refusal";
import { parse } from "@/lib/schemas/parse";

const input = z.strictObject({ runId: z.guid() });

/**
 * Lets a run whose preview was read change the open requests: the worker goes through them once more, as they are
 * then, and lists what it changed.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, wrong_state (not previewed, or applied already)
 */
export async function applyRecompute(ctx: Ctx, typed: unknown): Promise<void> {
  authoriseStaff(ctx, "settings.write");
  const { runId } = parse(input, typed);
  await transact(ctx, async ({ tx, audit }) => {
    const run = await lockOwnRun(ctx, tx, runId, ["previewed"]);
    await forgetRunLines(tx, run);
    await saveRun(tx, run.id, { state: "applying", cursor: null, seen: 0, moved: 0 });
    await enqueue(tx, "recompute", { runId });
    audit({ type: "clock.run_applied", subject: runId, facts: { moved: run.moved } });
  });
}

/**
 * Leaves the open requests as they are; what was started is dropped. Not once it changes them.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, wrong_state
 */
export async function dropRecompute(ctx: Ctx, typed: unknown): Promise<void> {
  authoriseStaff(ctx, "settings.write");
  const { runId } = parse(input, typed);
  await transact(ctx, async ({ tx, audit }) => {
    const run = await lockOwnRun(ctx, tx, runId, ["previewing", "previewed"]);
    await saveRun(tx, run.id, { state: "dropped", finishedAt: ctx.now() });
    audit({ type: "clock.run_dropped", subject: runId });
  });
}

async function lockOwnRun(
  ctx: Ctx,
  tx: Tx,
  runId: string,
  states: readonly ClockRunState[],
): Promise<ClockRun> {
  const run = await lockRun(tx, runId);
  if (run?.controllerId !== ctx.controller.id) throw new Refused({ code: "not_found" });
  if (!states.includes(run.state)) throw new Refused({ code: "wrong_state", state: run.state });
  return run;
}
