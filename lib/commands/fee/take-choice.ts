import { openQuestionOf } from "@/lib/commands/clock/correct-answer";
import { resumeFrom } from "@/lib/commands/clock/resume";
import { actorOf, type Ctx } from "@/lib/commands/context";
import { endAssessment } from "@/lib/commands/fee/end-assessment";
import { recallObjectionAnswer } from "@/lib/commands/fee/objection-answer";
import { settleFeeClock } from "@/lib/commands/fee/settle-clock";
import { loadDataKey } from "@/lib/db/data-key";
import { type Fee, saveFee } from "@/lib/db/fee";
import { addFeeEvent } from "@/lib/db/fee-event";
import { type RightsRequest, saveRequest } from "@/lib/db/request";
import { addMessage, type Recorded } from "@/lib/db/thread";
import type { Work } from "@/lib/db/transact";
import { type FeeStep, mayFeeStep } from "@/lib/domain/fee/fee";
import { feeRules } from "@/lib/domain/fee/rules";
import { Refused } from "@/lib/domain/kernel/refusal";

const CHOICES = {
  accept: { step: "accept", state: "accepted", event: "fee.accepted" },
  narrow: { step: "narrow", state: "narrowed", event: "fee.narrowed" },
  object: { step: "object", state: "objected", event: "fee.objected" },
} as const satisfies Record<string, { step: FeeStep; state: string; event: string }>;

/** What somebody chose about a fee, their words where there are any, and when, if that was not now. */
export type Choice = {
  readonly choice: keyof typeof CHOICES;
  readonly text?: string;
  readonly at?: Date;
  /** How it came, where staff wrote it down. */
  readonly recorded?: Recorded;
};

/**
 * A requester's choice happens to a locked request. Accepted: they will pay. Narrowed: the fee and the finding fall,
 * and what is left, in their words in the thread, is answered free of charge; a clock that stood still for what was meant
 * goes on. Objected: the fee is suspended until a person has answered.
 * @throws Refused wrong_state (chosen already, the fee does not stand, or there is none to accept any more because the
 *   controller charges nothing)
 */
export async function takeChoice(
  ctx: Ctx,
  work: Work,
  request: RightsRequest,
  fee: Fee,
  { choice, text, at = ctx.now(), recorded }: Choice,
): Promise<void> {
  const { tx, audit } = work;
  const { step, state, event } = CHOICES[choice];
  const legal = mayFeeStep(fee.state, step);
  if (!legal.ok) throw new Refused({ code: "wrong_state", state: `fee_${legal.refusal}` });
  // The settings said so before the worker came to end it (end-switched-off.ts).
  if (choice === "accept" && !ctx.controller.settings.feeEnabled) {
    throw new Refused({ code: "wrong_state", state: "fee_waived" });
  }
  const { controllerId } = request;
  const by = actorOf(ctx);
  const handle = await loadDataKey(tx, request.dataKeyId);
  const said = await addFeeEvent(tx, handle, {
    ...{ controllerId, feeId: fee.id, kind: state, by, at },
    ...(text === undefined ? {} : { text }),
  });
  const ended = choice === "narrow" ? { endedAt: at } : {};
  await saveFee(tx, { controllerId, id: fee.id }, { state, chosenAt: at, ...ended });
  if (choice === "narrow") {
    const left = await addMessage(tx, handle, {
      ...{ controllerId, requestId: request.id, kind: "narrowing", author: by, text: text ?? "", at },
      ...(recorded ? { recorded } : {}),
    });
    const stopped = await openQuestionOf(ctx, tx, request);
    const resumed = await resumeFrom(ctx, work, request, {
      ...{ question: "clarification", at: stopped && stopped > at ? stopped : at },
      by: recorded ? "recorded" : "reply",
      facts: { message: left.id, ...(recorded ? { way: recorded.way } : {}) },
    });
    await saveRequest(tx, request, resumed);
    await recallObjectionAnswer(work, request, fee);
    await endAssessment(work, handle, request, { actor: by, at, why: "narrowed" });
  }
  const accepted = choice === "accept" && feeRules(fee.profile)?.settledBy === "acceptance";
  const back = { waitingSince: null, repliedAt: at };
  if (choice === "narrow" || accepted) await settleFeeClock(ctx, work, request, back, at);
  else await saveRequest(tx, request, back);
  audit({
    type: event,
    subject: fee.id,
    request: request.id,
    facts: { event: said.id, ...(said.commit ? { text: said.commit } : {}) },
  });
}
