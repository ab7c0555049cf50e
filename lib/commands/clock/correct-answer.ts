import { foldAgain, foldOf } from "@/lib/commands/clock/fold";
import { type Resuming, resumeFrom } from "@/lib/commands/clock/resume";
import { actorOf, authoriseStaff, type Ctx } from "@/lib/commands/context";
import { lockDeskRequest } from "@/lib/commands/request/desk-request";
import type { Tx } from "@/lib/db/client";
import { addClockEvent } from "@/lib/db/clock";
import { type ClockLine, clockLinesOf } from "@/lib/db/clock-details";
import { loadDataKey } from "@/lib/db/data-key";
import { type RightsRequest, saveRequest } from "@/lib/db/request";
import { transact } from "@/lib/db/transact";
import { openQuestions, standing } from "@/lib/domain/clock/open-questions";
import { ASKED, questionOf } from "@/lib/domain/clock/question-events";
import { recordedAnswer } from "@/lib/domain/clock/recorded-answer";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { Refused } from "@/lib/domain/kernel/refusal";
import { cancelQuestionInput, correctAnswerInput, takeBackAnswerInput } from "@/lib/schemas/clock/desk";
import { parse } from "@/lib/schemas/parse";

/**
 * Puts another record in the place of one that was wrong, of an answer that came another way than through the portal
 * (record-received.ts): the clock goes on from the right date. The wrong one stays in the history.
 * @throws Refused not_signed_in, not_allowed, bad_input (a date that cannot be), not_found, changed_meanwhile,
 *   wrong_state (there is no such record)
 */
export async function correctAnswer(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.record");
  const input = parse(correctAnswerInput, typed);
  await transact(ctx, async (work) => {
    const request = await lockDeskRequest(work.tx, staff, ctx, input, "record_answer");
    const lines = await linesOf(ctx, work.tx, request);
    const wrong = recordOf(lines, input.corrects);
    const question = questionBefore(lines, wrong);
    const { filing } = await foldOf(ctx, request, work.tx);
    const answered = recordedAnswer(input.on as IsoDate, {
      now: ctx.now(),
      receivedAt: request.receivedAt,
      askedAt: new Date(question.occurredAt),
      zone: filing.zone,
    });
    if (!answered.ok)
      throw new Refused({ code: "bad_input", issues: [{ field: "on", message: answered.refusal }] });
    const dates = await resumeFrom(ctx, work, request, {
      question: "clarification",
      at: answered.value,
      by: "recorded",
      facts: { way: input.way },
      details: { reason: input.reason },
      supersedes: wrong.id,
    });
    await saveRequest(work.tx, request, { ...dates, waitingSince: null });
  });
}

/** When the question was asked for which a locked request's clock stands still; null where it does not. */
export async function openQuestionOf(ctx: Ctx, tx: Tx, request: RightsRequest): Promise<Date | null> {
  const { events } = await foldOf(ctx, request, tx);
  const at = openQuestions(events).get("clarification");
  return at === undefined ? null : new Date(at);
}

/**
 * Takes a record back that was wrong altogether: no answer had come, and the clock stands still since the question.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state
 */
export async function takeBackAnswer(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.record");
  const input = parse(takeBackAnswerInput, typed);
  await transact(ctx, async ({ tx, audit }) => {
    const request = await lockDeskRequest(tx, staff, ctx, input, "record_answer");
    const lines = await linesOf(ctx, tx, request);
    const wrong = recordOf(lines, input.corrects);
    const question = questionBefore(lines, wrong);
    const was = await foldOf(ctx, request, tx);
    const now = ctx.now();
    // The question, asked when it was asked, takes the record's place: the clock stands still since then.
    const id = await addClockEvent(tx, {
      controllerId: ctx.controller.id,
      requestId: request.id,
      type: ASKED.clarification,
      occurredAt: new Date(question.occurredAt),
      recordedAt: now,
      recordedBy: actorOf(ctx),
      supersedes: wrong.id,
      facts: { by: "taken_back" },
      said: { details: { reason: input.reason }, handle: await loadDataKey(tx, request.dataKeyId) },
    });
    const { clock, dates } = await foldAgain(ctx, tx, request, was, ASKED.clarification);
    await saveRequest(tx, request, { ...dates, waitingSince: new Date(question.occurredAt) });
    audit({
      type: "request.clock_changed",
      subject: id,
      request: request.id,
      facts: {
        event: "answer_taken_back",
        supersedes: wrong.id,
        before: was.clock.statutory,
        after: clock.statutory,
        status: clock.status,
      },
    });
  });
}

/**
 * The answer is not needed: the clock goes on as if nothing had been asked, since a question that was not needed takes
 * no time from its requester.
 * @throws Refused not_signed_in, not_allowed, bad_input, not_found, changed_meanwhile, wrong_state (no question is open)
 */
export async function cancelQuestion(ctx: Ctx, typed: unknown): Promise<void> {
  const staff = authoriseStaff(ctx, "request.ask");
  const input = parse(cancelQuestionInput, typed);
  await transact(ctx, async (work) => {
    const request = await lockDeskRequest(work.tx, staff, ctx, input, "record_answer");
    const asked = openQuestion(await linesOf(ctx, work.tx, request));
    const at = new Date(asked.occurredAt);
    const resuming: Resuming = { question: "clarification", at, by: "cancelled", supersedes: asked.id };
    const dates = await resumeFrom(ctx, work, request, resuming);
    await saveRequest(work.tx, request, { ...dates, waitingSince: null });
  });
}

async function linesOf(ctx: Ctx, tx: Tx, request: RightsRequest): Promise<readonly ClockLine[]> {
  const lines = await clockLinesOf(ctx.controller.id, request.id, null, tx);
  return standing(lines.filter(({ state }) => state === "effective"));
}

/** A record of staff that counts; what the requester wrote on their page cannot be corrected. */
function recordOf(lines: readonly ClockLine[], id: string): ClockLine {
  const found = lines.find((line) => line.id === id);
  if (found?.type !== "clarification_received" || found.facts.by !== "recorded") {
    throw new Refused({ code: "wrong_state", state: "no_record" });
  }
  return found;
}

function questionBefore(lines: readonly ClockLine[], answer: ClockLine): ClockLine {
  const asked = lines.slice(0, lines.indexOf(answer)).filter(({ type }) => type === ASKED.clarification);
  const found = asked.at(-1);
  if (!found) throw new Refused({ code: "wrong_state", state: "no_question" });
  return found;
}

function openQuestion(lines: readonly ClockLine[]): ClockLine {
  const about = lines.filter(({ type }) => questionOf(type) === "clarification");
  const last = about.at(-1);
  if (last?.type !== ASKED.clarification) throw new Refused({ code: "wrong_state", state: "no_question" });
  return last;
}
