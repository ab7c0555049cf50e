import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";

/**
 * A length of time in calendar units; never a number of hours. Of business days the next one is the first:
 * weekends and the holidays of the calendar are none, whatever the policy about last days is.
 */
export type Period = { readonly unit: "months" | "days" | "business_days"; readonly count: number };

/** What the controller may ask the requester and then wait for. */
export type Question = "identity" | "clarification" | "fee";

/** What the law gives one right: a last day of its own, a stop that is due at once, or neither. */
export type RightClock = {
  /** `statutory`: the law sets the last day; `promised`: only we do; `none`: there is no last day. */
  readonly lastDay: "statutory" | "promised" | "none";
  /** Where the law says that something must stop at once. */
  readonly stopAtOnce: { readonly citation: string } | null;
};

/** The one extension of a law. */
export type Extension = {
  /** At most this long, from the start of the clock and not from the end of the first period; null: no limit. */
  readonly totalWithin: Period | null;
  /** The last day becomes the one that the notice names. Without a limit a notice has to name one. */
  readonly told: boolean;
  readonly citation: string;
  /** Up to when a notice takes effect: the last day as it stands, or the bare first period. */
  readonly inTimeUntil: "last_day" | "first_period";
  /** The date that people are reminded by: the bare first period, or that with its days of pause. */
  readonly remindedBy: "first_period" | "paused_period";
};

/** A time to think after a question; the clock starts when it is over, and who does not answer in it has withdrawn. */
export type Reflection = {
  readonly question: Question;
  readonly within: Period;
  readonly citation: string;
};

/**
 * The rules of time of one law, as data. The engine in lib/domain/clock knows no law;
 * it folds these. A rule that a law does not have is null or an empty list.
 */
export type ClockRules = {
  /** `counted`: the day from which the time runs is its first day, so that every period ends a day earlier. */
  readonly receipt: { readonly citation: string; readonly counted: boolean };
  /** Requests received earlier are not under this law yet; null where it has applied for long. */
  readonly inForceFrom: IsoDate | null;
  /** The clock starts at receipt, or anew when the last of these questions is answered. */
  readonly start: { readonly waitsFor: readonly Question[]; readonly citation: string };
  readonly reflection: Reflection | null;
  readonly answer: {
    readonly within: Period;
    readonly citation: string;
    readonly monthEndCitation: string;
    /** The law has no number here; its authority has one. */
    readonly byGuidance: boolean;
  };
  readonly pauses: readonly {
    readonly question: Question;
    readonly rights: readonly Right[];
    readonly citation: string;
  }[];
  /** Whether the day of the answer is a day of pause too. */
  readonly pauseLength: "until_answer" | "both_days";
  readonly extension: Extension | null;
  readonly refusal: { readonly within: Period; readonly citation: string } | null;
  readonly acknowledgement: { readonly within: Period; readonly citation: string } | null;
  /** Moves a last day that is not a working day to the next one; `halfDays`: half holidays are holidays. */
  readonly roll: { readonly citation: string; readonly halfDays: boolean } | null;
  /** Whether a Saturday is a business day. */
  readonly saturdayIsBusinessDay: boolean;
  readonly lastMoment: { readonly citation: string };
  /** Our own aim for a stop that is due at once; not law. */
  readonly stopAim: { readonly workingDays: number };
  readonly rights: Readonly<Record<Right, RightClock>>;
  /** Rights whose rules differ: the first entry that names the right replaces those rules. */
  readonly exceptions: readonly {
    readonly rights: readonly Right[];
    readonly rules: Partial<Omit<ClockRules, "rights" | "exceptions">>;
  }[];
};

const resolved = new WeakMap<ClockRules, Map<Right, ClockRules>>();

/** The rules as they apply to one right. */
export function rulesFor(rules: ClockRules, right: Right): ClockRules {
  const exception = rules.exceptions.find(({ rights }) => rights.includes(right));
  if (exception === undefined) return rules;
  const byRight = resolved.get(rules) ?? new Map<Right, ClockRules>();
  resolved.set(rules, byRight);
  const found = byRight.get(right) ?? { ...rules, ...exception.rules };
  byRight.set(right, found);
  return found;
}
