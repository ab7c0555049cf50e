import { authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockTask, lockTaskToEnd } from "@/lib/commands/decision/desk-task";
import { oweLifting } from "@/lib/commands/decision/owe-lifting";
import { keepUploads } from "@/lib/commands/intake/keep-uploads";
import type { Upload } from "@/lib/commands/intake/receive-upload";
import { loadDataKey } from "@/lib/db/data-key";
import { filingById } from "@/lib/db/filing";
import { saveRequest } from "@/lib/db/request";
import { endTask } from "@/lib/db/task";
import { transact } from "@/lib/db/transact";
import { localDate } from "@/lib/domain/clock/dates";
import { mayRecordDone, maySayImpossible } from "@/lib/domain/decision/task";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { doneTaskInput, impossibleTaskInput, taskProofInput } from "@/lib/schemas/decision/task";
import { parse } from "@/lib/schemas/parse";

/**
 * Ends a task with its proof: what was done, where, on which day, and files that show it (GDPR Art. 5(2), 24). One that
 * ended with its request, because nothing was recorded, can be recorded still.
 * @throws Refused not_signed_in, not_allowed, bad_input (also a day to come, or before the receipt), not_found,
 *   changed_meanwhile, wrong_state (it has ended, or its letter is under way; a restriction is lifted by its notice alone)
 */
export async function doTask(ctx: Ctx, typed: unknown, files: readonly Upload[] = []): Promise<void> {
  const staff = authoriseStaff(ctx, "task.end");
  const input = parse(doneTaskInput, typed);
  const on = input.on as IsoDate;
  await transact(ctx, async ({ tx, audit }) => {
    const { request, task } = await lockTaskToEnd(tx, staff, ctx, input, mayRecordDone);
    if (task.kind === "lift_restriction") throw new Refused({ code: "wrong_state", state: "notice_first" });
    const filing = await filingById(ctx.controller.id, request.filingId, tx);
    const now = ctx.now();
    const today = filing ? localDate(now.toISOString(), filing.zone) : on;
    if (on > today || (filing && on < filing.receivedOn)) {
      throw new Refused({ code: "bad_input", issues: [{ field: "on", message: "taskDay" }] });
    }
    const commit = await endTask(tx, await loadDataKey(tx, request.dataKeyId), task, {
      state: "done",
      ground: null,
      proof: { text: input.text, systems: input.systems, on },
      doneAt: now,
      doneBy: staff.staffId,
    });
    const keep = { requestId: request.id, taskId: task.id, purpose: "proof" } as const;
    await keepUploads(ctx, { tx, audit }, files, keep, request.id);
    await saveRequest(tx, request, {});
    const facts = { task: task.kind, on, proof: commit, files: files.length, late: today > task.dueOn };
    audit({ type: "task.done", subject: task.id, request: request.id, facts });
    if (request.closedAt) await oweLifting(ctx, { tx, audit }, request);
  });
}

/**
 * Ends a task that cannot be done, with the ground and the reason (GDPR Art. 19: impossible, or disproportionate
 * effort). A stop can only end so where there was nothing to stop: the right is absolute (Art. 7(3), 21(3)).
 * @throws Refused as `doTask`; bad_input also for a ground that this task does not have
 */
export async function sayImpossible(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "task.end");
  const input = parse(impossibleTaskInput, typed);
  await transact(ctx, async ({ tx, audit }) => {
    const { request, task } = await lockTaskToEnd(tx, staff, ctx, input);
    if (!maySayImpossible(task.kind, input.ground)) {
      throw new Refused({ code: "bad_input", issues: [{ field: "ground", message: "taskGround" }] });
    }
    const now = ctx.now();
    const on = localDate(now.toISOString(), ctx.controller.settings.zone);
    const commit = await endTask(tx, await loadDataKey(tx, request.dataKeyId), task, {
      state: "not_possible",
      ground: input.ground,
      proof: { text: input.text, systems: "", on },
      doneAt: now,
      doneBy: staff.staffId,
    });
    await saveRequest(tx, request, {});
    const facts = { task: task.kind, because: input.ground, proof: commit };
    audit({ type: "task.not_possible", subject: task.id, request: request.id, facts });
  });
}

/**
 * Keeps files that came after a task had ended and show what became of it: the recipient's confirmation (GDPR
 * Art. 5(2), 24). What was said when it ended stays as it is.
 * @throws Refused not_signed_in, not_allowed, bad_input (no file), not_found, changed_meanwhile, wrong_state (it is open)
 */
export async function addProof(ctx: Ctx, typed: unknown, files: readonly Upload[]): Promise<void> {
  const staff = authoriseStaff(ctx, "task.end");
  const input = parse(taskProofInput, typed);
  if (files.length === 0) {
    throw new Refused({ code: "bad_input", issues: [{ field: "proof", message: "proofFile" }] });
  }
  await transact(ctx, async ({ tx, audit }) => {
    const { request, task } = await lockTask(tx, staff, ctx, input, ({ state }) => state !== "open");
    const keep = { requestId: request.id, taskId: task.id, purpose: "proof" } as const;
    await keepUploads(ctx, { tx, audit }, files, keep, request.id);
    await saveRequest(tx, request, {});
    const facts = { task: task.kind, files: files.length };
    audit({ type: "task.proof_added", subject: task.id, request: request.id, facts });
  });
}
