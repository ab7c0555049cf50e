import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import type { ClockRules, Extension, Period, RightClock } from "@/lib/domain/law/rules";

export const STATUTORY: RightClock = { lastDay: "statutory", stopAtOnce: null };
export const PROMISED: RightClock = { lastDay: "promised", stopAtOnce: null };

export function days(count: number): Period {
  return { unit: "days", count };
}

/** A clock for every right: statutory for those named, our own promise for the others. */
export function rightsOf(statutory: readonly Right[]): Readonly<Record<Right, RightClock>> {
  return Object.fromEntries(
    RIGHTS.map((right) => [right, statutory.includes(right) ? STATUTORY : PROMISED]),
  ) as Record<Right, RightClock>;
}

/** An extension by a notice inside the first period, to so much in all. */
export function extensionTo(totalWithin: Period, citation: string): Extension {
  return {
    totalWithin,
    told: false,
    citation,
    inTimeUntil: "last_day",
    remindedBy: "first_period",
  };
}

/** An extension to the day that the notice names, at most so long in all where the law has a limit. */
export function extensionTold(citation: string, totalWithin: Period | null = null): Extension {
  return { ...extensionTo(days(0), citation), totalWithin, told: true };
}

/** A law that counts from receipt, pauses for nothing and moves no last day, but for what is given. */
export function plainRules(
  citation: string,
  within: Period,
  statutory: readonly Right[],
  other: Partial<ClockRules> = {},
): ClockRules {
  return {
    receipt: { citation, counted: false },
    inForceFrom: null,
    start: { waitsFor: [], citation },
    reflection: null,
    answer: { within, citation, monthEndCitation: citation, byGuidance: false },
    pauses: [],
    pauseLength: "until_answer",
    extension: null,
    refusal: null,
    acknowledgement: null,
    roll: null,
    saturdayIsBusinessDay: false,
    lastMoment: { citation: "" },
    stopAim: { workingDays: 2 },
    rights: rightsOf(statutory),
    exceptions: [],
    ...other,
  };
}
