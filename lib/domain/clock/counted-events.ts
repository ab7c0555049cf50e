import { ANSWERED, ASKED, questionOf } from "@/lib/domain/clock/question-events";
import type { ClockEvent } from "@/lib/domain/clock/types";

/**
 * The events that count. Not what a later one replaced; and where an answer replaces the question itself, nobody had
 * needed it: then neither the question counts nor any answer to it, as if nothing had been asked (GDPR Art. 12(6) wants
 * reasonable doubts; without them nothing moves the time of Art. 12(3)).
 */
export function countedEvents<Event extends ClockEvent>(events: readonly Event[]): readonly Event[] {
  if (!events.some(({ supersedes }) => supersedes !== undefined)) return events;
  const needless = events.filter((event) => isNeedless(event, events));
  const replaced = new Set(
    events.flatMap(({ id, supersedes }) =>
      supersedes === undefined || supersedes === id ? [] : [supersedes],
    ),
  );
  const ended = new Set(needless.flatMap(({ supersedes }) => demandOf(supersedes, events)));
  return events.filter(
    (event) =>
      (event.id === undefined || !replaced.has(event.id)) && !ended.has(event) && !needless.includes(event),
  );
}

function isNeedless({ type, supersedes }: ClockEvent, events: readonly ClockEvent[]): boolean {
  const question = questionOf(type);
  if (question === null || supersedes === undefined || type !== ANSWERED[question]) return false;
  return events.some((other) => other.id === supersedes && other.type === ASKED[question]);
}

/** All that belongs to one question: each time it was put before an answer, and the answers until it is put anew. */
function demandOf(id: string | undefined, events: readonly ClockEvent[]): readonly ClockEvent[] {
  const question = questionOf(events.find((event) => event.id === id)?.type ?? "decided");
  if (question === null) return [];
  const isAnswer = ({ type }: ClockEvent) => type === ANSWERED[question];
  const about = events
    .filter(({ type }) => questionOf(type) === question)
    .toSorted(
      (a, b) =>
        Date.parse(a.occurredAt) - Date.parse(b.occurredAt) || Number(isAnswer(a)) - Number(isAnswer(b)),
    );
  let demand: ClockEvent[] = [];
  for (const event of about) {
    const anew = !isAnswer(event) && demand.some(isAnswer);
    if (anew && demand.some((each) => each.id === id)) break;
    demand = anew ? [event] : [...demand, event];
  }
  return demand;
}
