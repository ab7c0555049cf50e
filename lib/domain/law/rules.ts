import type { Right } from "@/lib/domain/kernel/right";

/** A length of time in calendar units; never a number of hours. */
export type Period = { readonly unit: "months" | "days"; readonly count: number };

/** What the controller may ask the requester and then wait for. */
export type Question = "identity" | "clarification" | "fee";

/** What the law gives one right: a last day of its own, a stop that is due at once, or neither. */
export type RightClock = {
  /** `statutory`: the law sets the last day; `promised`: only we do; `none`: there is no last day. */
  readonly lastDay: "statutory" | "promised" | "none";
  /** Where the law says that something must stop at once. */
  readonly stopAtOnce: { readonly citation: string } | null;
};

/**
 * The rules of time of one law, as data. The engine in lib/domain/clock knows no law;
 * it folds these. A rule that a law does not have is null or an empty list.
 */
export type ClockRules = {
  readonly receipt: { readonly citation: string };
  /** The clock starts at receipt, or anew when the last of these questions is answered. */
  readonly start: { readonly waitsFor: readonly Question[]; readonly citation: string };
  readonly answer: { readonly within: Period; readonly citation: string; readonly monthEndCitation: string };
  readonly pauses: readonly {
    readonly question: Question;
    readonly rights: readonly Right[];
    readonly citation: string;
  }[];
  /** `totalWithin` counts from the start of the clock, not from the end of the first period. */
  readonly extension: { readonly totalWithin: Period; readonly citation: string } | null;
  readonly refusal: { readonly within: Period; readonly citation: string } | null;
  readonly acknowledgement: { readonly within: Period; readonly citation: string } | null;
  /** Moves a last day that is not a working day to the next one. */
  readonly roll: { readonly citation: string } | null;
  readonly lastMoment: { readonly citation: string };
  /** Our own aim for a stop that is due at once; not law. */
  readonly stopAim: { readonly workingDays: number };
  readonly rights: Readonly<Record<Right, RightClock>>;
};
