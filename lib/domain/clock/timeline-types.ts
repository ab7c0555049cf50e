import type { Day } from "@/lib/domain/clock/dates";
import type { DerivationStep } from "@/lib/domain/clock/types";
import type { Question } from "@/lib/domain/law/rules";

/** A stretch `[asked, answered)` in which the clock stood still. */
export type Pause = {
  readonly asked: Day;
  readonly answered: Day;
  readonly days: number;
  readonly citation: string;
  readonly question: Question;
};

/** A stretch that has not ended: at least one question is unanswered. */
export type OpenPause = {
  readonly asked: Day;
  /** When a question was last asked in it. */
  readonly lastAsked: Day;
  readonly unanswered: readonly Question[];
  readonly citation: string;
  readonly question: Question;
};

/** What the events made of the clock: the state of the fold. */
export type Timeline = {
  /** The date from which the period runs. */
  readonly start: Day;
  /** Questions that hold the start back; empty once the clock has started. */
  readonly awaitingStart: readonly Question[];
  readonly lastAsked: Day | null;
  readonly pauses: readonly Pause[];
  readonly pausedDays: number;
  readonly open: OpenPause | null;
  /** The date of the extension notice that took effect. */
  readonly extendedOn: Day | null;
  /** The day that the notice named, where the law leaves it to the notice. */
  readonly extendedTo: Day | null;
  /** The time to think after a question, where the law gives one. */
  readonly reflection: { readonly asked: Day; readonly endsOn: Day; readonly confirmedOn: Day | null } | null;
  readonly stopped: { readonly how: "decided" | "withdrawn"; readonly on: Day } | null;
  /** Questions that did not stop the clock: their answers need no remark. */
  readonly ignoredQuestions: readonly Question[];
  /** Events without effect, and why. */
  readonly remarks: readonly DerivationStep[];
};
