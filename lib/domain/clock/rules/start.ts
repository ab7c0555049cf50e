import { type Day, later } from "@/lib/domain/clock/dates";
import type { Timeline } from "@/lib/domain/clock/timeline-types";
import type { Question } from "@/lib/domain/law/rules";

/** Under a law that waits for this answer the clock has not started, whatever ran before. */
export function askBeforeStart(timeline: Timeline, question: Question, on: Day): Timeline {
  return { ...timeline, awaitingStart: [...timeline.awaitingStart, question], lastAsked: on };
}

/** The clock starts on the day of the last answer it waited for; pauses before that day are part of the wait. */
export function answerStart(timeline: Timeline, question: Question, on: Day): Timeline {
  return {
    ...timeline,
    start: later(timeline.start, on),
    awaitingStart: timeline.awaitingStart.filter((other) => other !== question),
    pauses: [],
    pausedDays: 0,
    open: timeline.open && { ...timeline.open, asked: later(timeline.open.asked, on) },
  };
}
