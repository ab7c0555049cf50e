import { foldAgain, foldOf } from "@/lib/commands/clock/fold";
import { clockChanged } from "@/lib/commands/clock/recompute";
import { actorOf, type Ctx } from "@/lib/commands/context";
import { addClockEvent, settleClockEvent } from "@/lib/db/clock";
import { type ClockEventDetails, pendingOf } from "@/lib/db/clock-details";
import { loadDataKey } from "@/lib/db/data-key";
import type { RightsRequest, saveRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import { openQuestions } from "@/lib/domain/clock/open-questions";
import { ANSWERED, ASKED } from "@/lib/domain/clock/question-events";
import type { Question } from "@/lib/domain/law/rules";

/** How a clock came to go on: the requester answered here, staff recorded it, or staff need no answer any more. */
export type ResumedBy = "reply" | "recorded" | "cancelled";

export type Resuming = {
  readonly question: Question;
  /** The true instant of the answer. */
  readonly at: Date;
  readonly by: ResumedBy;
  readonly facts?: Readonly<Record<string, string>>;
  readonly details?: ClockEventDetails;
  /** The id of a wrong record that this one replaces. */
  readonly supersedes?: string;
};

/**
 * Lets the clock of a locked request go on (or start, where the law starts it with the answer). A question whose notice
 * is still on its way stops nothing any more: it is answered already.
 * @returns the columns that changed, for saveRequest; empty where the clock did not stand still for this question
 */
export async function resumeFrom(
  ctx: Ctx,
  work: Work,
  request: RightsRequest,
  of: Resuming,
): Promise<Parameters<typeof saveRequest>[2]> {
  const { tx, audit } = work;
  await dropPending(ctx, work, request, (type) => type === ASKED[of.question]);
  const was = await foldOf(ctx, request, tx);
  if (!openQuestions(was.events).has(of.question) && of.supersedes === undefined) return {};
  const handle = of.details && (await loadDataKey(tx, request.dataKeyId));
  const type = ANSWERED[of.question];
  const id = await addClockEvent(tx, {
    controllerId: ctx.controller.id,
    requestId: request.id,
    type,
    occurredAt: of.at,
    recordedAt: ctx.now(),
    recordedBy: actorOf(ctx),
    facts: { by: of.by, ...of.facts },
    ...(of.supersedes ? { supersedes: of.supersedes } : {}),
    ...(of.details && handle ? { said: { details: of.details, handle } } : {}),
  });
  const { clock, dates } = await foldAgain(ctx, tx, request, was, type);
  audit(
    clockChanged(request, id, {
      ...{ type, occurredAt: of.at, facts: { by: of.by }, before: was.clock, after: clock },
      ...(of.supersedes ? { supersedes: of.supersedes } : {}),
    }),
  );
  return dates;
}

/** What waits for a notice on a locked request never happens any more: it was answered, or the request has ended. */
export async function dropPending(
  ctx: Ctx,
  { tx, audit }: Work,
  request: RightsRequest,
  which: (type: string) => boolean = () => true,
): Promise<void> {
  for (const event of await pendingOf(tx, ctx.controller.id, request.id)) {
    if (!which(event.type)) continue;
    await settleClockEvent(tx, event.id, { state: "void" });
    audit({
      type: "request.clock_changed",
      subject: event.id,
      request: request.id,
      facts: { event: event.type, void: true },
    });
  }
}
