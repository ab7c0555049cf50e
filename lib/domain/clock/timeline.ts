import type { DatedEvent } from "@/lib/domain/clock/dated-events";
import { type Day, iso } from "@/lib/domain/clock/dates";
import { OWN_RULE, step } from "@/lib/domain/clock/derivation";
import { extend } from "@/lib/domain/clock/rules/extension";
import { answer, ask } from "@/lib/domain/clock/rules/pause";
import { lapseBefore } from "@/lib/domain/clock/rules/reflection";
import type { Terms } from "@/lib/domain/clock/terms";
import type { Timeline } from "@/lib/domain/clock/timeline-types";

/** The clock before anything happened: it started at receipt. */
function untouched(receivedOn: Day): Timeline {
  return {
    start: receivedOn,
    awaitingStart: [],
    lastAsked: null,
    pauses: [],
    pausedDays: 0,
    open: null,
    extendedOn: null,
    extendedTo: null,
    reflection: null,
    stopped: null,
    ignoredQuestions: [],
    remarks: [],
  };
}

function apply(timeline: Timeline, event: DatedEvent, terms: Terms): Timeline {
  switch (event.type) {
    case "identity_requested":
      return ask(timeline, "identity", event.on, terms);
    case "clarification_requested":
      return ask(timeline, "clarification", event.on, terms);
    case "fee_requested":
      return ask(timeline, "fee", event.on, terms);
    case "identity_received":
      return answer(timeline, "identity", event.on, terms);
    case "clarification_received":
      return answer(timeline, "clarification", event.on, terms);
    case "fee_confirmed":
      return answer(timeline, "fee", event.on, terms);
    case "extend":
      return extend(timeline, event.on, event.until, terms);
    case "decided":
    case "withdrawn":
      return { ...timeline, stopped: { how: event.type, on: event.on } };
    case "reopened":
      // The clock starts anew before it folds (rules/reopened.ts).
      return timeline;
  }
}

/** Folds what happened, in order. After the decision or withdrawal nothing moves the clock any more. */
export function foldEvents(events: readonly DatedEvent[], terms: Terms): Timeline {
  return events.reduce((before, event) => {
    const timeline = lapseBefore(before, event.on, terms);
    if (timeline.stopped !== null) {
      return remark(
        timeline,
        step("after_stop", null, null, OWN_RULE, { event: event.type, on: iso(event.on) }),
      );
    }
    const noted = event.beforeReceipt
      ? remark(timeline, step("before_receipt", null, event.on, OWN_RULE, { event: event.type }))
      : timeline;
    return apply(noted, event, terms);
  }, untouched(terms.receivedOn));
}

function remark(timeline: Timeline, note: Timeline["remarks"][number]): Timeline {
  return { ...timeline, remarks: [...timeline.remarks, note] };
}
