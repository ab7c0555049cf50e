import { foldOf } from "@/lib/commands/clock/fold";
import { oweExtension } from "@/lib/commands/clock/owe-extension";
import { prepareExtension } from "@/lib/commands/clock/prepare-extension";
import type { Ctx, InstallationCtx } from "@/lib/commands/context";
import { requesterNotice } from "@/lib/commands/notice/requester-notice";
import { pendingClockEvents, settleClockEvent } from "@/lib/db/clock";
import { type ClockLine, clockLinesOf } from "@/lib/db/clock-details";
import { controllerById } from "@/lib/db/controller";
import { loadDataKey } from "@/lib/db/data-key";
import { lockNotice, type Notice, saveNoticeOutcome } from "@/lib/db/notice";
import { lockRequestById, type RightsRequest, saveRequest } from "@/lib/db/request";
import { NothingToDo, orNothing, transact, type Work } from "@/lib/db/transact";
import type { IsoDate } from "@/lib/domain/kernel/date";

/**
 * A letter names a new last day, and did not get out in time for it: what its person is owed now is to be told that the
 * answer is late. Written from the same reasons, as the letter of an extension that is late from the start.
 * @param id of the clock event of the letter that was late
 */
export async function oweLateLetter(ctx: Ctx, work: Work, request: RightsRequest, id: string): Promise<void> {
  const late = await lineOf(work, request, id);
  const text = late?.details?.extension;
  if (!late?.facts.until || !text) return;
  const mail = await requesterNotice(request, ctx, work.tx);
  const extension = await prepareExtension(ctx, request, text, work.tx, true);
  const { letter } = extension;
  if (letter) await oweExtension(ctx, work, request, mail, { extension, letter, text });
}

/**
 * Stops the mail of an extension that a worker has taken and that would come too late to extend anything (it failed for
 * days, or was held): it never leaves, so that nobody holds a notice of a day that has no effect, and the letter that
 * the answer is late goes in its place.
 * @returns whether it was stopped
 */
export async function stopLateExtension(
  ctx: InstallationCtx,
  { id, controllerId }: Notice,
): Promise<boolean> {
  const controller = await controllerById(controllerId);
  if (!controller) return false;
  const by: Ctx = { ...ctx, controller };
  const stopped = transact(by, async (work) => {
    const notice = await lockNotice(work.tx, id);
    const [event] = await pendingClockEvents(work.tx, controllerId, id);
    const request = event && (await lockRequestById(work.tx, controllerId, event.requestId));
    if (notice?.state !== "sending" || !request || !(await comesTooLate(by, work, request, event.id))) {
      throw new NothingToDo();
    }
    await saveNoticeOutcome(work.tx, id, { state: "recalled", lastError: "too_late" });
    await settleClockEvent(work.tx, event.id, { state: "void" });
    const of = { request: request.id } as const;
    work.audit({
      type: "notice.recalled",
      subject: id,
      ...of,
      facts: { kind: notice.kind, code: "too_late" },
    });
    work.audit({
      ...{ type: "request.clock_changed", subject: event.id, ...of },
      facts: { event: event.type, void: true },
    });
    await oweLateLetter(by, work, request, event.id);
    await saveRequest(work.tx, request, {});
    return true;
  });
  return (await orNothing(stopped)) === true;
}

/** Whether a letter names a day that its notice, accepted now, would not bring about. */
async function comesTooLate(ctx: Ctx, work: Work, request: RightsRequest, id: string): Promise<boolean> {
  const line = await lineOf(work, request, id);
  if (!line?.facts.until) return false;
  const { events, fold } = await foldOf(ctx, request, work.tx);
  const now = {
    type: line.type,
    occurredAt: ctx.now().toISOString(),
    until: line.facts.until as IsoDate,
  };
  return !fold([...events, now]).extended;
}

async function lineOf({ tx }: Work, request: RightsRequest, id: string): Promise<ClockLine | undefined> {
  const handle = await loadDataKey(tx, request.dataKeyId);
  const lines = await clockLinesOf(request.controllerId, request.id, handle, tx);
  return lines.find((line) => line.id === id);
}
