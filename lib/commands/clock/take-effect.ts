import { foldAgain, foldOf } from "@/lib/commands/clock/fold";
import { oweLateLetter } from "@/lib/commands/clock/late-extension";
import type { Ctx } from "@/lib/commands/context";
import { pendingClockEvents, settleClockEvent } from "@/lib/db/clock";
import { lockRequestById, saveRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";

/**
 * A notice was accepted: what it does to the clock (a question, an extension, a fee notice) happens now and not
 * when it was written (GDPR Art. 12(3): the person has to be informed in time). Runs in the transaction that
 * records the acceptance; does nothing for a notice that waits for nothing. On a request that has ended meanwhile
 * nothing happens any more. An extension that went too late changes nothing, and its person is told so.
 * @param now when it was accepted; for a letter when it was posted
 */
export async function takeClockEffect(
  ctx: Ctx,
  { tx, audit }: Work,
  noticeId: string,
  now = ctx.now(),
): Promise<void> {
  for (const event of await pendingClockEvents(tx, ctx.controller.id, noticeId)) {
    const request = await lockRequestById(tx, ctx.controller.id, event.requestId);
    if (!request) continue;
    if (request.state === "closed") {
      await settleClockEvent(tx, event.id, { state: "void" });
      audit(neverHappened(event));
      continue;
    }
    const was = await foldOf(ctx, request, tx);
    await settleClockEvent(tx, event.id, { state: "effective", occurredAt: now });
    const { clock, dates } = await foldAgain(ctx, tx, request, was, event.type);
    await saveRequest(tx, request, dates);
    audit({
      type: "request.clock_changed",
      subject: event.id,
      request: request.id,
      facts: {
        event: event.type,
        at: now.toISOString(),
        before: request.statutoryOn,
        after: clock.statutory,
        status: clock.status,
      },
    });
    const inVain = event.type === "extend" && clock.extended === was.clock.extended;
    if (inVain) await oweLateLetter(ctx, { tx, audit }, request, event.id);
  }
}

/** The notice will never leave: what waited for it never happens. */
export async function voidClockEffect(ctx: Ctx, { tx, audit }: Work, noticeId: string): Promise<void> {
  for (const event of await pendingClockEvents(tx, ctx.controller.id, noticeId)) {
    await settleClockEvent(tx, event.id, { state: "void" });
    audit(neverHappened(event));
  }
}

function neverHappened({ id, type, requestId }: { id: string; type: string; requestId: string }) {
  return {
    type: "request.clock_changed",
    subject: id,
    request: requestId,
    facts: { event: type, void: true },
  } as const;
}
