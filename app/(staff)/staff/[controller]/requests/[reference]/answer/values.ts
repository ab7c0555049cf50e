import type { Answer, Outcome } from "@/lib/domain/decision/answer";
import { NOT_KEPT } from "@/lib/domain/decision/blank";
import type { Content, Keeping, Search } from "@/lib/domain/decision/content";

/** An answer as the form holds it; an outcome may still be missing. */
export type AnswerValues = {
  outcome: Outcome | "";
  text: string;
  items: { name: string; description: string; result: "granted" | "nothing_held" }[];
  refusals: {
    what: string;
    ground: string;
    reasons: string;
    provision: string;
    balancing: string;
    keeping: Keeping;
  }[];
  searches: Search[];
  content: Content;
};

export const BLANK_REFUSAL = {
  what: "",
  ground: "",
  reasons: "",
  provision: "",
  balancing: "",
  keeping: NOT_KEPT,
};

/**
 * What the form begins with: what was written before, and a row to write a refusal in.
 * @param outcomes those that the request can have; one that stands alone is chosen already
 * @param begun what the content and the searches begin with where nothing was written
 */
export function toValues(
  answer: Answer | null,
  outcomes: readonly Outcome[],
  begun: { readonly content: Content; readonly searches: readonly Search[] },
): AnswerValues {
  const [first, ...others] = outcomes;
  const only = others.length === 0 ? first : undefined;
  const before = answer && outcomes.includes(answer.outcome) ? answer.outcome : "";
  return {
    outcome: only ?? before,
    text: answer?.text ?? "",
    searches: (answer?.searches ?? begun.searches).map((search) => ({ ...search })),
    content: answer?.content?.right === begun.content.right ? answer.content : begun.content,
    items: (answer?.items ?? []).map((item) => ({ ...item })),
    refusals: answer?.refusals.length ? answer.refusals.map((part) => ({ ...part })) : [{ ...BLANK_REFUSAL }],
  };
}
