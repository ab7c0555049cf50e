import { type Day, isAfter, iso } from "@/lib/domain/clock/dates";
import { step } from "@/lib/domain/clock/derivation";
import { nominalEnd } from "@/lib/domain/clock/rules/nominal-end";
import type { Terms } from "@/lib/domain/clock/terms";
import type { Timeline } from "@/lib/domain/clock/timeline-types";
import type { Question } from "@/lib/domain/law/rules";

/** A question with a time to think: the clock has not started, and does so when that time is over. */
export function askToReflect(timeline: Timeline, question: Question, on: Day, terms: Terms): Timeline {
  const { reflection } = terms.rules;
  if (reflection === null) return timeline;
  const endsOn = nominalEnd(on, reflection.within, 0, terms);
  return {
    ...timeline,
    awaitingStart: [...timeline.awaitingStart.filter((other) => other !== question), question],
    lastAsked: on,
    reflection: { asked: on, endsOn, confirmedOn: null },
  };
}

/** A yes inside the time to think; the clock starts on its last day. Swiss DPO (SR 235.11) Art. 19(3). */
export function confirmInTime(timeline: Timeline, question: Question, on: Day): Timeline {
  const { reflection } = timeline;
  if (reflection === null) return timeline;
  return {
    ...timeline,
    start: reflection.endsOn,
    awaitingStart: timeline.awaitingStart.filter((other) => other !== question),
    reflection: { ...reflection, confirmedOn: on },
  };
}

/** Who says nothing in the time to think has withdrawn: from the day after it the clock has stopped. */
export function lapseBefore(timeline: Timeline, on: Day, { rules }: Terms): Timeline {
  const { reflection, stopped } = timeline;
  if (reflection === null || reflection.confirmedOn !== null || stopped !== null) return timeline;
  if (rules.reflection === null || !isAfter(on, reflection.endsOn)) return timeline;
  return {
    ...timeline,
    stopped: { how: "withdrawn", on: reflection.endsOn },
    remarks: [
      ...timeline.remarks,
      step("silence_withdraws", reflection.asked, reflection.endsOn, rules.reflection.citation, {
        asked: iso(reflection.asked),
      }),
    ],
  };
}
