import type { Answer, Outcome } from "@/lib/domain/decision/answer";

/** An answer as the form holds it; an outcome may still be missing. */
export type AnswerValues = {
  outcome: Outcome | "";
  text: string;
  items: { name: string; description: string }[];
  refusals: { what: string; ground: string; reasons: string; provision: string; balancing: string }[];
  searched: string;
};

export const BLANK_REFUSAL = { what: "", ground: "", reasons: "", provision: "", balancing: "" };

/**
 * What the form begins with: what was written before, and a row to write a refusal in.
 * @param outcomes those that the request can have; one that stands alone is chosen already
 */
export function toValues(answer: Answer | null, outcomes: readonly Outcome[]): AnswerValues {
  const [first, ...others] = outcomes;
  const only = others.length === 0 ? first : undefined;
  const before = answer && outcomes.includes(answer.outcome) ? answer.outcome : "";
  return {
    outcome: only ?? before,
    text: answer?.text ?? "",
    searched: answer?.searched ?? "",
    items: (answer?.items ?? []).map((item) => ({ ...item })),
    refusals: answer?.refusals.length ? answer.refusals.map((part) => ({ ...part })) : [{ ...BLANK_REFUSAL }],
  };
}
