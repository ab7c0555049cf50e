import { RIGHTS } from "@/lib/domain/kernel/right";
import type { ClockRules } from "@/lib/domain/law/rules";

/**
 * Where a law leaves room and people count differently: each question, its readings, the first of which is our
 * default. What each means and why it is the default: docs/law.md.
 */
export const READINGS = {
  /** EU: an identity question suspends the month, or the month starts when it is answered. */
  identity: ["pauses", "restarts"],
  /** Whether the day of the answer still belongs to a pause. */
  pauseLength: ["until_answer", "both_days"],
  /** EU: up to when the notice of an extension takes effect. */
  extensionNotice: ["last_day", "first_period"],
  /** EU: an unpaid fee stops nothing, or the month starts with the payment. */
  unpaidFee: ["counts_on", "restarts"],
  /** UK: which rights a question about meaning pauses. */
  clarification: ["access_only", "every_right"],
  /** UK and California: whether the day from which the time runs is its first day. */
  firstDay: ["not_counted", "counted"],
  /** Iceland, parts of Switzerland: whether a half holiday is a holiday. */
  halfDays: ["working_days", "holidays"],
  /** Laws without a rule of their own about weekends: whether a last day moves. */
  lastDayOff: ["stays", "moves"],
  /** California: whether a Saturday is a business day. */
  saturday: ["day_off", "business_day"],
  /** Brazil: small agents have twice the time. */
  smallAgent: ["no", "yes"],
} as const;

export type Reading = keyof typeof READINGS;
export type Readings = { readonly [R in Reading]?: (typeof READINGS)[R][number] };

/** What a reading other than the default does to the rules of a law. */
const CHANGES: Readonly<Record<Reading, (rules: ClockRules) => ClockRules>> = {
  identity: (rules) => startsWith(rules, "identity"),
  unpaidFee: (rules) => startsWith(rules, "fee"),
  pauseLength: (rules) => ({ ...rules, pauseLength: "both_days" }),
  extensionNotice: (rules) =>
    rules.extension === null
      ? rules
      : { ...rules, extension: { ...rules.extension, inTimeUntil: "first_period" } },
  clarification: (rules) => ({
    ...rules,
    pauses: rules.pauses.map((pause) =>
      pause.question === "clarification" ? { ...pause, rights: RIGHTS } : pause,
    ),
  }),
  firstDay: (rules) => ({
    ...rules,
    receipt: { ...rules.receipt, counted: true },
    exceptions: rules.exceptions.map((exception) => {
      const { receipt } = exception.rules;
      return receipt
        ? { ...exception, rules: { ...exception.rules, receipt: { ...receipt, counted: true } } }
        : exception;
    }),
  }),
  halfDays: (rules) => (rules.roll === null ? rules : { ...rules, roll: { ...rules.roll, halfDays: true } }),
  lastDayOff: (rules) => ({ ...rules, roll: { citation: "", halfDays: false } }),
  saturday: (rules) => ({ ...rules, saturdayIsBusinessDay: true }),
  smallAgent: (rules) => ({
    ...rules,
    answer: { ...rules.answer, within: { ...rules.answer.within, count: rules.answer.within.count * 2 } },
  }),
};

function startsWith(rules: ClockRules, question: "identity" | "fee"): ClockRules {
  return {
    ...rules,
    start: { ...rules.start, waitsFor: [...rules.start.waitsFor, question] },
    pauses: rules.pauses.filter((pause) => pause.question !== question),
  };
}

/** The readings that are not the default, of those that a law leaves open, in the order of the list above. */
export function chosenReadings(readings: Readings, open: readonly Reading[]): readonly Reading[] {
  const names = Object.keys(READINGS) as Reading[];
  return names.filter((name) => open.includes(name) && readings[name] === READINGS[name][1]);
}

/** The rules of a law under the other reading of each named question. */
export function underReadings(rules: ClockRules, chosen: readonly Reading[]): ClockRules {
  return chosen.reduce((changed, reading) => CHANGES[reading](changed), rules);
}
