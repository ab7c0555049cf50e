import { clockOf } from "@/lib/commands/clock/compute";
import type { Ctx } from "@/lib/commands/context";
import { db, type Tx } from "@/lib/db/client";
import { type ClockBasis, clockEventsOf, projection } from "@/lib/db/clock";
import { type Filing, filingById } from "@/lib/db/filing";
import { calendarOf } from "@/lib/db/own-calendar";
import type { RightsRequest } from "@/lib/db/request";
import { beforeAsked } from "@/lib/domain/clock/open-questions";
import { keptPromise } from "@/lib/domain/clock/promise";
import type { Clock, ClockEvent, ClockEventType } from "@/lib/domain/clock/types";
import { profileById } from "@/lib/domain/law/profile";

/** A request's clock with what it is folded from, so that it can be folded with something more. */
export type Folded = {
  readonly basis: ClockBasis;
  readonly filing: Filing;
  readonly events: readonly ClockEvent[];
  readonly clock: Clock;
  readonly fold: (events: readonly ClockEvent[]) => Clock;
};

/** Folds what happened to a request's clock so far, by the profile and calendar version it already runs by. */
export async function foldOf(ctx: Ctx, request: RightsRequest, tx: Tx = db()): Promise<Folded> {
  const { id: controllerId, settings } = ctx.controller;
  const profile = profileById(request.profile);
  const filing = await filingById(controllerId, request.filingId, tx);
  if (!profile || !filing) throw new Error(`request ${request.id} has lost its profile or filing`);
  const basis = { profile, calendar: await calendarOf(request, tx), policy: request.holidayPolicy };
  const events = (await clockEventsOf(controllerId, [request.id], tx)).get(request.id) ?? [];
  const fold = (happened: readonly ClockEvent[]) =>
    clockOf(basis, settings, { ...request, zone: filing.zone }, happened);
  return { basis, filing, events, clock: fold(events), fold };
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
