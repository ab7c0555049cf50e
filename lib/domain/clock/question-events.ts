import type { ClockEventType } from "@/lib/domain/clock/types";
import type { Question } from "@/lib/domain/law/rules";

/** The event of asking, and the one of the answer, by what is asked. */
export const ASKED: Readonly<Record<Question, ClockEventType>> = {
  identity: "identity_requested",
  clarification: "clarification_requested",
  fee: "fee_requested",
};
export const ANSWERED: Readonly<Record<Question, ClockEventType>> = {
  identity: "identity_received",
  clarification: "clarification_received",
  fee: "fee_confirmed",
};
export const QUESTIONS = ["identity", "clarification", "fee"] as const satisfies readonly Question[];

/** What an event is about; null for one that is neither a question nor an answer. */
export function questionOf(type: ClockEventType): Question | null {
  return QUESTIONS.find((question) => ASKED[question] === type || ANSWERED[question] === type) ?? null;
}
