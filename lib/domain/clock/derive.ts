import { addDays, type Day, day, isAfter, iso } from "@/lib/domain/clock/dates";
import { type DerivationRule, OWN_RULE, step } from "@/lib/domain/clock/derivation";
import { extensionNoticeLimit } from "@/lib/domain/clock/rules/extension-notice-limit";
import { endInForce, standsStill } from "@/lib/domain/clock/rules/last-day";
import { endsOnShorterMonth, nominalEnd } from "@/lib/domain/clock/rules/nominal-end";
import { isPromise, promiseStep, withoutLaw } from "@/lib/domain/clock/rules/promise";
import { dayOff } from "@/lib/domain/clock/rules/roll";
import { type Doubt, doubtStep } from "@/lib/domain/clock/rules/safe-date";
import type { Terms } from "@/lib/domain/clock/terms";
import type { Timeline } from "@/lib/domain/clock/timeline-types";
import type { DerivationStep } from "@/lib/domain/clock/types";

/** The dates that a clock came to. `nominal` and `rolled` are null for a right without a last day. */
export type Outcome = {
  readonly nominal: Day | null;
  readonly rolled: Day | null;
  readonly safe: Day | null;
  readonly doubt: Doubt | null;
  readonly aim: Day | null;
  readonly refusalBy: Day | null;
  readonly ackBy: Day | null;
};

export const NO_LAST_DAY: Outcome = {
  nominal: null,
  rolled: null,
  safe: null,
  doubt: null,
  aim: null,
  refusalBy: null,
  ackBy: null,
};

/** The reasons of a clock, in the order in which a person would count: receipt, period, extension, pauses, weekend. */
export function derive(timeline: Timeline, terms: Terms, outcome: Outcome): readonly DerivationStep[] {
  return [
    ...receiptSteps(timeline, terms, outcome.nominal !== null),
    ...stopSteps(terms, outcome.aim),
    ...(isPromise(terms) ? [promiseStep(terms)] : []),
    ...(outcome.nominal === null ? [noLastDay(terms)] : lastDaySteps(timeline, terms, outcome)),
    ...(timeline.stopped ? [step(timeline.stopped.how, null, timeline.stopped.on, OWN_RULE)] : []),
    ...remarks(timeline, "after_stop"),
  ]
    .map((each) => (isPromise(terms) ? withoutLaw(each) : each))
    .concat(acknowledgeSteps(terms, outcome.ackBy));
}

/** A duty of its own, also where the answer itself has only a promise. */
function acknowledgeSteps({ rules, receivedOn }: Terms, ackBy: Day | null): readonly DerivationStep[] {
  const { acknowledgement } = rules;
  if (acknowledgement === null || ackBy === null) return [];
  return [step("acknowledge_by", receivedOn, ackBy, acknowledgement.citation, { ...acknowledgement.within })];
}

function receiptSteps(
  timeline: Timeline,
  { rules, receivedOn, zone }: Terms,
  counted: boolean,
): readonly DerivationStep[] {
  return [
    step("received", null, receivedOn, counted ? rules.receipt.citation : OWN_RULE, { zone, counted }),
    ...(rules.inForceFrom !== null && isAfter(day(rules.inForceFrom), receivedOn)
      ? [step("not_in_force", receivedOn, day(rules.inForceFrom), rules.receipt.citation)]
      : []),
    ...remarks(timeline, "before_receipt"),
  ];
}

function noLastDay({ rules, right, receivedOn }: Terms): DerivationStep {
  return step("no_last_day", receivedOn, null, rules.rights[right].stopAtOnce?.citation ?? OWN_RULE);
}

function stopSteps({ rules, right, receivedOn }: Terms, aim: Day | null): readonly DerivationStep[] {
  const { stopAtOnce } = rules.rights[right];
  if (aim === null) return [];
  return [
    ...(stopAtOnce ? [step("stop_at_once", receivedOn, receivedOn, stopAtOnce.citation)] : []),
    step("stop_aim", receivedOn, aim, OWN_RULE, { workingDays: rules.stopAim.workingDays }),
  ];
}

function lastDaySteps(timeline: Timeline, terms: Terms, outcome: Outcome): readonly DerivationStep[] {
  if (timeline.awaitingStart.length > 0) {
    return [...waitingSteps(timeline, terms), ...remarks(timeline, ...EXTENSION_REMARKS)];
  }
  return [
    ...periodSteps(timeline, terms),
    ...extensionSteps(timeline, terms),
    ...pauseSteps(timeline, terms),
    ...endSteps(timeline, terms, outcome),
  ];
}

const EXTENSION_REMARKS = [
  "extension_not_possible",
  "extension_too_late",
  "extension_again",
  "extension_without_date",
] as const;

/** Why the time has not started: an answer is missing, or there is still time to think. */
function waitingSteps(timeline: Timeline, { rules }: Terms): readonly DerivationStep[] {
  const { reflection, lastAsked, stopped } = timeline;
  if (reflection === null || rules.reflection === null) {
    return [step("waiting_to_start", lastAsked, null, rules.start.citation)];
  }
  const { asked, endsOn } = reflection;
  return stopped === null
    ? [step("reflection_open", asked, endsOn, rules.reflection.citation, { ...rules.reflection.within })]
    : remarks(timeline, "silence_withdraws");
}

function periodSteps(timeline: Timeline, terms: Terms): readonly DerivationStep[] {
  const { start } = timeline;
  const { rules } = terms;
  const { within, citation, monthEndCitation, byGuidance } = rules.answer;
  const end = nominalEnd(start, within, 0, terms);
  const clipped = endsOnShorterMonth(start, within);
  return [
    ...startSteps(timeline, terms),
    step("answer_period", start, end, clipped ? monthEndCitation : citation, {
      ...within,
      clipped,
      startDay: start.day,
    }),
    ...(rules.receipt.counted ? [step("first_day_counted", start, end, OWN_RULE)] : []),
    ...(byGuidance ? [step("by_guidance", null, null, citation)] : []),
  ];
}

function startSteps(
  { start, reflection }: Timeline,
  { rules, receivedOn }: Terms,
): readonly DerivationStep[] {
  if (reflection !== null && rules.reflection !== null && start.equals(reflection.endsOn)) {
    const { asked, endsOn } = reflection;
    return [step("reflection", asked, endsOn, rules.reflection.citation, { ...rules.reflection.within })];
  }
  return start.equals(receivedOn) ? [] : [step("starts_later", receivedOn, start, rules.start.citation)];
}

function extensionSteps(timeline: Timeline, terms: Terms): readonly DerivationStep[] {
  return [
    ...(timeline.extendedOn === null ? [] : extendedStep(timeline.extendedOn, timeline, terms)),
    ...remarks(timeline, ...EXTENSION_REMARKS),
  ];
}

function extendedStep(noticeOn: Day, timeline: Timeline, terms: Terms): readonly DerivationStep[] {
  const { extension, answer } = terms.rules;
  const { start } = timeline;
  if (extension === null) return [];
  const noticeBy = extensionNoticeLimit(timeline, terms) ?? nominalEnd(start, answer.within, 0, terms);
  const { totalWithin, citation } = extension;
  const first = nominalEnd(start, answer.within, 0, terms);
  const end = endInForce(timeline, start, 0, terms);
  const notice = { noticeOn: iso(noticeOn), noticeBy: iso(noticeBy), start: iso(start) };
  return totalWithin === null || timeline.extendedTo !== null
    ? [step("extended_told", first, end, citation, notice)]
    : [
        step("extended", first, end, citation, {
          ...totalWithin,
          clipped: endsOnShorterMonth(start, totalWithin),
          startDay: start.day,
          ...notice,
        }),
      ];
}

function pauseSteps(timeline: Timeline, terms: Terms): readonly DerivationStep[] {
  const { open } = timeline;
  const withoutEffect = remarks(
    timeline,
    "question_too_late",
    "question_without_pause",
    "answer_without_question",
  );
  if (timeline.pauses.length === 0 && open === null) return withoutEffect;
  let end = endInForce(timeline, timeline.start, 0, terms);
  const paused = timeline.pauses.map(({ asked, answered, days, question, citation }) => {
    const from = end;
    end = addDays(end, days);
    return step("paused", from, end, citation, {
      question,
      asked: iso(asked),
      answered: iso(answered),
      days,
    });
  });
  return [
    ...paused,
    ...(open === null
      ? []
      : [
          step("still_paused", end, null, open.citation, { question: open.question, asked: iso(open.asked) }),
        ]),
    ...withoutEffect,
  ];
}

function endSteps(timeline: Timeline, terms: Terms, outcome: Outcome): readonly DerivationStep[] {
  const { rules, zone } = terms;
  const { nominal, rolled, safe, doubt, refusalBy } = outcome;
  if (nominal === null || rolled === null || safe === null || standsStill(timeline)) return [];
  const steps = [
    ...rollSteps(nominal, rolled, terms),
    step("last_moment", rolled, rolled, rules.lastMoment.citation, { zone }),
  ];
  if (rules.refusal !== null && refusalBy !== null && timeline.extendedOn !== null) {
    steps.push(step("refusal_limit", timeline.start, refusalBy, rules.refusal.citation));
  }
  if (doubt !== null) steps.push(doubtStep(doubt, rolled, safe, terms));
  return steps;
}

function rollSteps(nominal: Day, rolled: Day, { rules, calendar, policy }: Terms): readonly DerivationStep[] {
  if (rules.roll === null) return [];
  const why = dayOff(nominal, calendar, policy === "none" ? "official" : policy, rules.roll.halfDays);
  if (why === null) return [];
  return policy === "none"
    ? [step("not_rolled", nominal, nominal, OWN_RULE, { why })]
    : [step("rolled", nominal, rolled, rules.roll.citation, { why })];
}

function remarks(timeline: Timeline, ...rules: readonly DerivationRule[]): readonly DerivationStep[] {
  return timeline.remarks.filter(({ rule }) => rules.some((each) => each === rule));
}
