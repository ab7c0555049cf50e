import type { Ctx } from "@/lib/commands/context";
import { clockLinesOf } from "@/lib/db/clock-details";
import { foldRequest } from "@/lib/db/fold";
import type { RightsRequest } from "@/lib/db/request";
import type { DataKeyHandle } from "@/lib/db/seal";
import { extensionsInEffect } from "@/lib/domain/clock/extensions-in-effect";
import { type LatestChange, latestChange } from "@/lib/domain/clock/latest-change";
import { allAnswered } from "@/lib/domain/clock/open-questions";
import { dateIfAnswered } from "@/lib/domain/clock/promise";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Letter } from "@/lib/domain/notice/letter";

/** What changed on a clock, as its requester is told it. */
export type MyClock = {
  readonly change: LatestChange | null;
  /** While our answer waits for theirs: the last day if they reply today. */
  readonly ifToday: IsoDate | null;
  /** Letters about more time that have arrived and are true: what took effect, or says that the answer is late. */
  readonly letters: readonly Letter[];
};

/**
 * What happened to the clock of a requester's own request: the old and the new date, and the letters about it.
 * The caller has authorised the requester.
 * @param release whether anything may be given to this address (lib/domain/delivery)
 */
export async function myClock(
  ctx: Ctx,
  request: RightsRequest,
  key: DataKeyHandle,
  release: boolean,
): Promise<MyClock> {
  const { events, fold, clock } = await foldRequest(ctx.controller, request);
  const lines = await clockLinesOf(ctx.controller.id, request.id, key);
  const inEffect = extensionsInEffect(events, fold);
  const occurredAt = ctx.now().toISOString();
  return {
    change: told(latestChange(events, fold), request.promisedOn),
    ifToday: clock.status === "paused" ? dateIfAnswered(fold(allAnswered(events, occurredAt))) : null,
    letters: lines
      .filter(({ type, state }) => type === "extend" && state === "effective")
      .filter(({ id, facts }) => inEffect.has(id) || facts.until === undefined)
      .filter(({ facts }) => release || facts.bare !== undefined)
      .flatMap(({ details }) => details?.letter ?? []),
  };
}

/** Never a later date than the one that was promised: a changed calendar tells the requester nothing. */
function told(change: LatestChange | null, promised: IsoDate | null): LatestChange | null {
  if (change === null || change.after === null || promised === null) return change;
  const after = promised < change.after ? promised : change.after;
  return change.before !== null && change.before >= after ? null : { ...change, after };
}
