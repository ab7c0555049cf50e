import { type Day, daysBetween, isAfter, iso } from "@/lib/domain/clock/dates";
import { OWN_RULE, step } from "@/lib/domain/clock/derivation";
import { currentLastDay } from "@/lib/domain/clock/rules/last-day";
import { askToReflect, confirmInTime } from "@/lib/domain/clock/rules/reflection";
import { answerStart, askBeforeStart } from "@/lib/domain/clock/rules/start";
import type { Terms } from "@/lib/domain/clock/terms";
import type { Timeline } from "@/lib/domain/clock/timeline-types";
import type { Question } from "@/lib/domain/law/rules";

/**
 * A question stops the clock on the day it is asked, where the law lets this question stop it for this right.
 * Asked after the last day it has no effect; asked while another is unanswered it is the same pause.
 * GDPR Art. 12(6) and recital 63, with EDPB Guidelines 01/2022 section 5.3.
 */
export function ask(timeline: Timeline, question: Question, on: Day, terms: Terms): Timeline {
  const reflects = terms.rules.reflection?.question === question;
  const waits = reflects || terms.rules.start.waitsFor.includes(question);
  const rule = terms.rules.pauses.find(
    (pause) => pause.question === question && pause.rights.includes(terms.right),
  );
  if (!waits && rule === undefined) return ignore(timeline, question, on, "question_without_pause", OWN_RULE);

  const lastDay = currentLastDay(timeline, terms);
  if (lastDay !== null && isAfter(on, lastDay)) {
    return ignore(timeline, question, on, "question_too_late", rule?.citation ?? terms.rules.start.citation);
  }
  if (reflects) return askToReflect(timeline, question, on, terms);
  if (waits || rule === undefined) return askBeforeStart(timeline, question, on);

  const unanswered = [...(timeline.open?.unanswered ?? []), question];
  return {
    ...timeline,
    open: timeline.open
      ? { ...timeline.open, lastAsked: on, unanswered }
      : { asked: on, lastAsked: on, unanswered, question, citation: rule.citation },
  };
}

/**
 * An answer lets the clock go on once no question is left open. The pause is `[asked, answered)` in local
 * dates, the shortest reading and so never later than another, or both days where that reading is set.
 * One answer closes all open questions of its kind.
 */
export function answer(timeline: Timeline, question: Question, on: Day, { rules }: Terms): Timeline {
  if (timeline.awaitingStart.includes(question)) {
    return rules.reflection?.question === question
      ? confirmInTime(timeline, question, on)
      : answerStart(timeline, question, on);
  }
  const { open } = timeline;
  if (open === null || !open.unanswered.includes(question)) {
    return timeline.ignoredQuestions.includes(question)
      ? timeline
      : {
          ...timeline,
          remarks: [
            ...timeline.remarks,
            step("answer_without_question", null, null, OWN_RULE, { question, on: iso(on) }),
          ],
        };
  }
  const unanswered = open.unanswered.filter((other) => other !== question);
  if (unanswered.length > 0) return { ...timeline, open: { ...open, unanswered } };
  const days = daysBetween(open.asked, on) + (rules.pauseLength === "both_days" ? 1 : 0);
  return {
    ...timeline,
    open: null,
    pausedDays: timeline.pausedDays + days,
    pauses: [
      ...timeline.pauses,
      { asked: open.asked, answered: on, days, question: open.question, citation: open.citation },
    ],
  };
}

function ignore(
  timeline: Timeline,
  question: Question,
  on: Day,
  rule: "question_without_pause" | "question_too_late",
  citation: string,
): Timeline {
  return {
    ...timeline,
    ignoredQuestions: [...timeline.ignoredQuestions, question],
    remarks: [...timeline.remarks, step(rule, null, null, citation, { question, on: iso(on) })],
  };
}
