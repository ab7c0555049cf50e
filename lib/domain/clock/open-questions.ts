import { countedEvents } from "@/lib/domain/clock/counted-events";
import { ANSWERED, QUESTIONS, questionOf } from "@/lib/domain/clock/question-events";
import type { ClockEvent } from "@/lib/domain/clock/types";
import type { Question } from "@/lib/domain/law/rules";

/** The events that count, in the order in which they happened. */
export function standing<Event extends ClockEvent>(events: readonly Event[]): readonly Event[] {
  return countedEvents(events).toSorted((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt));
}

/** The questions without an answer, with the instant at which each was first asked. */
export function openQuestions(events: readonly ClockEvent[]): ReadonlyMap<Question, string> {
  const open = new Map<Question, string>();
  for (const { type, occurredAt } of standing(events)) {
    const question = questionOf(type);
    if (question === null) continue;
    if (type === ANSWERED[question]) open.delete(question);
    else if (!open.has(question)) open.set(question, occurredAt);
  }
  return open;
}

/** What happened, and an answer to everything that can be asked, at an instant. */
export function allAnswered(events: readonly ClockEvent[], occurredAt: string): readonly ClockEvent[] {
  return [...events, ...QUESTIONS.map((question) => ({ type: ANSWERED[question], occurredAt }))];
}

/**
 * What had happened before the stretch in which the clock stands still now: everything but the questions and answers
 * since the first of the questions that are open together. Extensions and the end stay.
 */
export function beforeAsked(events: readonly ClockEvent[]): readonly ClockEvent[] {
  const open = new Set<Question>();
  let stretch: ClockEvent[] = [];
  for (const event of standing(events)) {
    const question = questionOf(event.type);
    if (question === null) continue;
    if (open.size === 0) stretch = [];
    stretch.push(event);
    if (event.type === ANSWERED[question]) open.delete(question);
    else open.add(question);
  }
  const left = new Set(open.size === 0 ? [] : stretch);
  return standing(events).filter((event) => !left.has(event));
}
