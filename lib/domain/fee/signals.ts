import type { Details } from "@/lib/domain/intake/filing";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import type { Ending } from "@/lib/domain/request/state";

/** same: the same right and the same choice; overlapping: the same right otherwise; other: another right. */
export type Scope = "same" | "overlapping" | "other";

/** An earlier request of the same person, as facts. It proves nothing. */
export type Signal = {
  readonly reference: string;
  readonly right: Right;
  readonly receivedOn: IsoDate;
  readonly daysBefore: number;
  /** Null where the reader may not know what was asked. */
  readonly scope: Scope | null;
  readonly outcome: Ending | null;
  readonly closedOn: IsoDate | null;
  readonly late: boolean;
  readonly confirmed: boolean;
  /** Found only because staff took two addresses for one person's. */
  readonly linked: boolean;
};

/** Whether two requests ask for the same. */
export function scopeOf(now: Details, then: Details): Scope {
  if (now.right !== then.right) return "other";
  return JSON.stringify(sorted(now)) === JSON.stringify(sorted(then)) ? "same" : "overlapping";
}

function sorted(details: Details): unknown {
  return Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** What a complaint would answer, each with where it is written. */
export const COUNTER_ARGUMENTS = {
  number_alone: "C-416/23",
  first_request: "C-526/24",
  first_copy_free: "C-307/22; Art. 15(3) GDPR",
  motive_irrelevant: "C-307/22",
  burden: "Art. 12(5) GDPR",
  new_data: "Art. 12(5) GDPR; Recital 63 GDPR",
  answer_incomplete: "Art. 12(3) GDPR",
  answer_late: "Art. 12(3) GDPR",
  not_answered: "Art. 12(3), 12(4) GDPR",
  other_scope: "Art. 12(5) GDPR",
  unconfirmed: "",
  linked_by_us: "",
} as const;
export type CounterArgument = keyof typeof COUNTER_ARGUMENTS;

/** Answers that left nothing open to ask for again. */
const COMPLETE: readonly (Ending | null)[] = ["granted", "nothing_held"];

/** What a complaint would say about one earlier request. */
export function againstSignal(signal: Signal): readonly CounterArgument[] {
  const { outcome, scope } = signal;
  const closed = outcome !== null;
  const ended = outcome === "withdrawn" || outcome === "forwarded";
  const incomplete = closed && !ended && !COMPLETE.includes(outcome);
  return [
    ...(scope === "other" ? (["other_scope"] as const) : []),
    ...(closed ? [] : (["not_answered"] as const)),
    ...(incomplete ? (["answer_incomplete"] as const) : []),
    ...(signal.late ? (["answer_late"] as const) : []),
    ...(signal.daysBefore > 0 ? (["new_data"] as const) : []),
    ...(signal.confirmed ? [] : (["unconfirmed"] as const)),
    ...(signal.linked ? (["linked_by_us"] as const) : []),
  ];
}

/** What a complaint would say about the whole, whatever the signals are. */
export function againstFinding(right: Right, signals: readonly Signal[]): readonly CounterArgument[] {
  const answered = signals.some((signal) => signal.right === "access" && COMPLETE.includes(signal.outcome));
  return [
    ...(signals.length === 0 ? (["first_request"] as const) : (["number_alone"] as const)),
    "motive_irrelevant",
    ...(right === "access" && !answered ? (["first_copy_free"] as const) : []),
    "burden",
  ];
}
