import { actorOf, type Ctx } from "@/lib/commands/context";
import { addClockEvent } from "@/lib/db/clock";
import { type ClockEventDetails, pendingOf } from "@/lib/db/clock-details";
import { loadDataKey } from "@/lib/db/data-key";
import type { RightsRequest } from "@/lib/db/request";
import type { Work } from "@/lib/db/transact";
import { ASKED } from "@/lib/domain/clock/question-events";
import type { Question } from "@/lib/domain/law/rules";

/**
 * Lets a question stop the clock of a locked request as soon as its notice was accepted; until then the pause is
 * pending. Whether the law lets the question stop it, the engine says (and `effectOf` before it is asked).
 * @param of codes and dates as facts; what is said in words is sealed
 * @returns the id of the event
 */
export async function pauseFor(
  ctx: Ctx,
  { tx, audit }: Work,
  request: RightsRequest,
  of: {
    readonly question: Question;
    readonly noticeId: string;
    readonly facts?: Readonly<Record<string, string>>;
    readonly details?: ClockEventDetails;
  },
): Promise<string> {
  const handle = of.details && (await loadDataKey(tx, request.dataKeyId));
  const type = ASKED[of.question];
  const id = await addClockEvent(tx, {
    controllerId: ctx.controller.id,
    requestId: request.id,
    type,
    occurredAt: ctx.now(),
    recordedAt: ctx.now(),
    recordedBy: actorOf(ctx),
    noticeId: of.noticeId,
    ...(of.facts ? { facts: of.facts } : {}),
    ...(of.details && handle ? { said: { details: of.details, handle } } : {}),
  });
  audit({
    type: "request.clock_waits",
    subject: id,
    request: request.id,
    facts: { event: type, notice: of.noticeId },
  });
  return id;
}

/** Whether a notice that is on its way waits to stop or to extend a request's clock. */
export async function waitsFor(
  ctx: Ctx,
  { tx }: Pick<Work, "tx">,
  requestId: string,
  type: (typeof ASKED)[Question] | "extend",
): Promise<boolean> {
  return (await pendingOf(tx, ctx.controller.id, requestId)).some((event) => event.type === type);
}
