import type { Ctx } from "@/lib/commands/context";
import type { Tx } from "@/lib/db/client";
import { projection } from "@/lib/db/clock";
import { type Folded, foldRequest } from "@/lib/db/fold";
import type { RightsRequest } from "@/lib/db/request";
import { beforeAsked, openQuestions } from "@/lib/domain/clock/open-questions";
import { keptPromise } from "@/lib/domain/clock/promise";
import type { Clock, ClockEventType } from "@/lib/domain/clock/types";

/** As `foldRequest`, in the context of a command. */
export async function foldOf(ctx: Ctx, request: RightsRequest, tx?: Tx): Promise<Folded> {
  return foldRequest(ctx.controller, request, tx);
}

/** The instant at which proof of identity was asked for, where a request's clock still waits for it; else null. */
export async function identityAskedAt(ctx: Ctx, tx: Tx, request: RightsRequest): Promise<Date | null> {
  const asked = openQuestions((await foldOf(ctx, request, tx)).events).get("identity");
  return asked === undefined ? null : new Date(asked);
}

/** What became of a clock when something happened to it, with the columns for saveRequest. */
export type Changed = { readonly clock: Clock; readonly dates: ReturnType<typeof projection> };

/**
 * Folds again after something happened to a locked request's clock, and decides whether the date promised moves.
 * @param was the clock before it happened
 */
export async function foldAgain(
  ctx: Ctx,
  tx: Tx,
  request: RightsRequest,
  was: Folded,
  type: ClockEventType,
): Promise<Changed> {
  const now = await foldOf(ctx, request, tx);
  const promised = keptPromise(request.promisedOn, {
    type,
    before: was.clock,
    after: now.clock,
    ...(type.endsWith("_requested") || type === "extend"
      ? {}
      : { beforeAsked: was.fold(beforeAsked(was.events)) }),
  });
  return { clock: now.clock, dates: projection(now.clock, promised, now.basis) };
}
