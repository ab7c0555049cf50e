import type { ClockEvent, ClockEventType } from "@/lib/domain/clock/types";
import type { Question } from "@/lib/domain/law/rules";

/** The event of asking, and the one of the answer, by what is asked. */
export const ASKED: Readonly<Record<Question, ClockEventType>> = {
  identity: "identity_requested",
  clarification: "clarification_requested",
  fee: "fee_requested",
};
export const ANSWERED: Readonly<Record<Question, ClockEventType>> = {
  identity: "identity_received",
  clarification: "clarification_received",
  fee: "fee_confirmed",
};
const QUESTIONS = ["identity", "clarification", "fee"] as const satisfies readonly Question[];

/** What an event is about; null for one that is neither a question nor an answer. */
export function questionOf(type: ClockEventType): Question | null {
  return QUESTIONS.find((question) => ASKED[question] === type || ANSWERED[question] === type) ?? null;
}

/** The events that count: without those that a later one replaced, in the order in which they happened. */
export function standing(events: readonly ClockEvent[]): readonly ClockEvent[] {
  const replaced = new Set(events.flatMap(({ supersedes }) => supersedes ?? []));
  return events
    .filter(({ id }) => id === undefined || !replaced.has(id))
    .toSorted((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt));
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
