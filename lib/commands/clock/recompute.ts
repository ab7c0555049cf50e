import { type Changed, foldAgain, foldOf } from "@/lib/commands/clock/fold";
import type { Ctx } from "@/lib/commands/context";
import type { Tx } from "@/lib/db/client";
import { addClockEvent, type NewClockEvent, projection } from "@/lib/db/clock";
import type { RightsRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import type { AuditEntry } from "@/lib/domain/audit/events";
import { questionOf } from "@/lib/domain/clock/question-events";
import type { Clock } from "@/lib/domain/clock/types";

/**
 * Adds one event to a request's clock and folds it anew, by the profile and calendar version it already
 * runs by. The date once promised moves only as lib/domain/clock/promise.ts says. What an answer does to the time is a
 * line of the log of its own; an end has one that says so.
 * @returns the columns of the new projection, for saveRequest
 */
export async function recompute(
  ctx: Ctx,
  { tx, audit }: Work,
  request: RightsRequest,
  event: Pick<NewClockEvent, "type" | "occurredAt" | "recordedBy" | "facts" | "supersedes" | "said">,
): Promise<ReturnType<typeof projection>> {
  const was = await foldOf(ctx, request, tx);
  const of = { controllerId: ctx.controller.id, requestId: request.id, recordedAt: ctx.now() };
  const id = await addClockEvent(tx, { ...of, ...event });
  const { clock, dates } = await foldAgain(ctx, tx, request, was, event.type);
  if (questionOf(event.type) !== null) {
    audit(clockChanged(request, id, { ...event, before: was.clock, after: clock }));
  }
  return dates;
}

/**
 * Folds what happened to a request's clock so far, by the profile and calendar version it already runs by.
 * @returns the clock, and the columns of its projection, for saveRequest
 */
export async function refold(ctx: Ctx, tx: Tx, request: RightsRequest): Promise<Changed> {
  const { clock, basis } = await foldOf(ctx, request, tx);
  return { clock, dates: projection(clock, request.promisedOn, basis) };
}

/** The line of the log about a clock to which something happened: the event, and the last day before and after it. */
export function clockChanged(
  { id: request }: RightsRequest,
  subject: string,
  of: Pick<NewClockEvent, "type" | "occurredAt" | "facts" | "supersedes"> & {
    readonly before: Clock;
    readonly after: Clock;
  },
): AuditEntry {
  return {
    type: "request.clock_changed",
    subject,
    request,
    facts: {
      event: of.type,
      ...(of.facts?.by ? { by: of.facts.by } : {}),
      at: of.occurredAt.toISOString(),
      before: of.before.statutory,
      after: of.after.statutory,
      status: of.after.status,
      ...(of.supersedes ? { supersedes: of.supersedes } : {}),
    },
  };
}
