import { answerFor } from "@/lib/cli/demo-seed/answers";
import type { Answer, Outcome } from "@/lib/domain/decision/answer";
import type { Language } from "@/lib/domain/kernel/language";
import type { Right } from "@/lib/domain/kernel/right";

/** A complete, invented answer to a right, with what the test changes of it. */
export function answerTo(
  right: Right,
  outcome: Outcome = "granted",
  change: Partial<Answer> = {},
  language: Language = "sv",
): Answer {
  return { ...answerFor(right, outcome, language), ...change };
}
