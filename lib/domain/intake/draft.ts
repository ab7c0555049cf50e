import type { FieldIssue } from "@/lib/domain/kernel/refusal";
import { RIGHTS, type Right } from "@/lib/domain/kernel/right";

/** A question page of the form: which rights, one page for each chosen right, for whom, how to answer. */
export type Step = "rights" | Right | "on-behalf" | "contact";
export const STEPS: readonly Step[] = ["rights", ...RIGHTS, "on-behalf", "contact"];

/** Where the form can be: a question, the page that shows all answers, or after sending. */
export type Place = Step | "check" | "done";

/** A form's fields as they were typed, whatever they are. */
export type Typed = Readonly<Record<string, readonly string[]>>;

export type StepAnswer = {
  readonly typed: Typed;
  /** The person went on from this page and everything on it was in order. */
  readonly done: boolean;
  readonly issues: readonly FieldIssue[];
};

/**
 * What somebody has answered so far. Pages that are not asked any more keep their answers, so that a right which is
 * ticked again has its text; `stepsOf` leaves them out of everything else.
 */
export type DraftAnswers = {
  readonly steps: Readonly<Partial<Record<Step, StepAnswer>>>;
  /** What stopped the last attempt to send. */
  readonly checkIssues: readonly FieldIssue[];
  /** After sending: where the mail went. All other answers are gone by then. */
  readonly sentTo?: string;
};

export const NO_ANSWERS: DraftAnswers = { steps: {}, checkIssues: [] };

/** The rights ticked so far, in the order in which they are offered. */
export function chosenRights(answers: DraftAnswers): readonly Right[] {
  const ticked = answers.steps.rights?.typed.rights ?? [];
  return RIGHTS.filter((right) => ticked.includes(right));
}

/** The pages that are asked, in order. */
export function stepsOf(answers: DraftAnswers): readonly Step[] {
  return ["rights", ...chosenRights(answers), "on-behalf", "contact"];
}

/** The first page that is asked and not in order yet; `check` when there is none. */
export function firstOpenStep(answers: DraftAnswers): Step | "check" {
  return stepsOf(answers).find((step) => !answers.steps[step]?.done) ?? "check";
}

/** The page after `step`; `check` after the last. */
export function stepAfter(answers: DraftAnswers, step: Step): Step | "check" {
  const steps = stepsOf(answers);
  return steps[steps.indexOf(step) + 1] ?? "check";
}

/** The page before `step`, or null before the first. */
export function stepBefore(answers: DraftAnswers, step: Place): Step | null {
  const steps = stepsOf(answers);
  if (step === "check" || step === "done") return steps.at(-1) ?? null;
  return steps[steps.indexOf(step) - 1] ?? null;
}

/** The answers with one page answered. */
export function withAnswer(answers: DraftAnswers, step: Step, answer: StepAnswer): DraftAnswers {
  return { ...answers, checkIssues: [], steps: { ...answers.steps, [step]: answer } };
}

/** The answers with one more right ticked, as by a short cut to it. */
export function withRight(answers: DraftAnswers, right: Right): DraftAnswers {
  const rights = [...new Set([...chosenRights(answers), right])];
  return withAnswer(answers, "rights", { typed: { rights }, done: true, issues: [] });
}
