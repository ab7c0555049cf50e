import { type Changed, foldAgain, foldOf } from "@/lib/commands/clock/fold";
import type { Ctx } from "@/lib/commands/context";
import type { Tx } from "@/lib/db/client";
import { addClockEvent, type NewClockEvent, projection } from "@/lib/db/clock";
import type { RightsRequest } from "@/lib/db/request";

/**
 * Adds one event to a request's clock and folds it anew, by the profile and calendar version it already
 * runs by. The date once promised moves only as lib/domain/clock/promise.ts says.
 * @returns the columns of the new projection, for saveRequest
 */
export async function recompute(
  ctx: Ctx,
  tx: Tx,
  request: RightsRequest,
  event: Pick<NewClockEvent, "type" | "occurredAt" | "recordedBy" | "facts" | "supersedes" | "said">,
): Promise<ReturnType<typeof projection>> {
  const was = await foldOf(ctx, request, tx);
  const of = { controllerId: ctx.controller.id, requestId: request.id, recordedAt: ctx.now() };
  await addClockEvent(tx, { ...of, ...event });
  return (await foldAgain(ctx, tx, request, was, event.type)).dates;
}

/**
 * Folds what happened to a request's clock so far, by the profile and calendar version it already runs by.
 * @returns the clock, and the columns of its projection, for saveRequest
 */
export async function refold(ctx: Ctx, tx: Tx, request: RightsRequest): Promise<Changed> {
  const { clock, basis } = await foldOf(ctx, request, tx);
  return { clock, dates: projection(clock, request.promisedOn, basis) };
}
