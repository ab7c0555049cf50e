import { clockOf } from "@/lib/commands/clock/compute";
import type { Ctx } from "@/lib/commands/context";
import type { Tx } from "@/lib/db/client";
import { addClockEvent, clockEventsOf, type NewClockEvent, projection } from "@/lib/db/clock";
import { filingById } from "@/lib/db/filing";
import { calendarOf } from "@/lib/db/own-calendar";
import type { RightsRequest } from "@/lib/db/request";
import type { Clock } from "@/lib/domain/clock/types";
import { profileById } from "@/lib/domain/law/profile";

/**
 * Adds one event to a request's clock and folds it anew, by the profile and calendar version it already
 * runs by. The date once promised stays.
 * @returns the columns of the new projection, for saveRequest
 */
export async function recompute(
  ctx: Ctx,
  tx: Tx,
  request: RightsRequest,
  event: Pick<NewClockEvent, "type" | "occurredAt" | "recordedBy" | "facts" | "supersedes">,
): Promise<ReturnType<typeof projection>> {
  const of = { controllerId: ctx.controller.id, requestId: request.id, recordedAt: ctx.now() };
  await addClockEvent(tx, { ...of, ...event });
  return (await refold(ctx, tx, request)).dates;
}

/**
 * Folds what happened to a request's clock so far, by the profile and calendar version it already runs by.
 * @returns the clock, and the columns of its projection, for saveRequest
 */
export async function refold(
  ctx: Ctx,
  tx: Tx,
  request: RightsRequest,
): Promise<{ readonly clock: Clock; readonly dates: ReturnType<typeof projection> }> {
  const { id: controllerId, settings } = ctx.controller;
  const profile = profileById(request.profile);
  const filing = await filingById(controllerId, request.filingId, tx);
  if (!profile || !filing) throw new Error(`request ${request.id} has lost its profile or filing`);
  const basis = {
    profile,
    calendar: await calendarOf(request, tx),
    policy: request.holidayPolicy,
  };
  const events = (await clockEventsOf(controllerId, [request.id], tx)).get(request.id) ?? [];
  const clock = clockOf(basis, settings, { ...request, zone: filing.zone }, events);
  return { clock, dates: projection(clock, request.promisedOn, basis) };
}
