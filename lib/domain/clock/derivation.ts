import { type Day, iso } from "@/lib/domain/clock/dates";
import type { DerivationStep } from "@/lib/domain/clock/types";

/** Every rule a derivation can name. Each has one sentence per language in lib/i18n. */
export const DERIVATION_RULES = [
  "received",
  "reopened",
  "ordered",
  "before_receipt",
  "stop_at_once",
  "stop_aim",
  "no_last_day",
  "promise",
  "not_in_force",
  "reflection",
  "reflection_open",
  "silence_withdraws",
  "starts_later",
  "waiting_to_start",
  "answer_period",
  "by_guidance",
  "first_day_counted",
  "extended",
  "extended_told",
  "extension_without_date",
  "extension_too_late",
  "extension_again",
  "extension_not_possible",
  "paused",
  "still_paused",
  "question_too_late",
  "question_without_pause",
  "answer_without_question",
  "rolled",
  "not_rolled",
  "last_moment",
  "refusal_limit",
  "acknowledge_by",
  "calendar_unchecked",
  "calendar_years",
  "decided",
  "withdrawn",
  "after_stop",
  "promise_kept",
] as const;

export type DerivationRule = (typeof DERIVATION_RULES)[number];

/** What is our own choice and not law cites nothing. */
export const OWN_RULE = "";

export function step(
  rule: DerivationRule,
  from: Day | null,
  to: Day | null,
  citation: string,
  facts: DerivationStep["facts"] = {},
): DerivationStep {
  return { rule, from: from && iso(from), to: to && iso(to), citation, facts };
}
