import type { ApprovedFinding } from "@/lib/domain/fee/approval";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import type { Right } from "@/lib/domain/kernel/right";
import { groundsFor } from "@/lib/domain/law/grounds";
import type { Content, Keeping, Search } from "./content";

/** How a request can end by a decision; `withdrawn` ends one too, but nobody decides it. */
export const OUTCOMES = [
  "granted",
  "granted_in_part",
  "refused",
  "nothing_held",
  "address_not_confirmed",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What is refused and why (GDPR Art. 12(4)). */
export type RefusalPart = {
  /** What is refused, in words; for a whole refusal may be empty. */
  readonly what: string;
  readonly ground: string;
  readonly reasons: string;
  /** The national provision, where the ground needs one. */
  readonly provision: string;
  /** Both sides weighed, where the ground needs it. */
  readonly balancing: string;
  /** How long it is kept, where something is not erased. */
  readonly keeping: Keeping;
};

/** A thing that was asked for and is handed out or done, or of which nothing is held; what is refused is a refusal. */
export type AnswerItem = {
  readonly name: string;
  readonly description: string;
  readonly result: "granted" | "nothing_held";
};

/** The content of a decision before it is sent. */
export type Answer = {
  readonly outcome: Outcome;
  /** What the controller wants to say besides, in its own words. */
  readonly text: string;
  readonly items: readonly AnswerItem[];
  readonly refusals: readonly RefusalPart[];
  /** Where was searched, with which identifiers, and what came of it. */
  readonly searches: readonly Search[];
  /** What the right demands of its answer; null while nothing of it is written. */
  readonly content: Content | null;
};

/** Codes of what an answer still lacks before it may leave. */
export type Missing =
  | "text"
  | "searches"
  | "search_fields"
  | "refusal"
  | "refusal_what"
  | "ground"
  | "reasons"
  | "provision"
  | "balancing"
  | "authority"
  | "outcome_for_right";

/** Outcomes that say no to something and so owe reason, authority and court (GDPR Art. 12(4)). */
export function isRefusal(outcome: Outcome): boolean {
  return outcome === "refused" || outcome === "granted_in_part" || outcome === "address_not_confirmed";
}

/** Consent and direct marketing are absolute: they cannot be refused (GDPR Art. 7(3), 21(3)). */
export function outcomesFor(right: Right, confirmed: boolean): readonly Outcome[] {
  if (!confirmed) return ["address_not_confirmed"];
  const absolute = right === "consent_withdrawal" || right === "marketing_objection";
  return absolute ? ["granted", "nothing_held"] : ["granted", "granted_in_part", "refused", "nothing_held"];
}

/**
 * Whether an answer may leave: a refusal needs ground, reasons, and a named supervisory authority
 * (GDPR Art. 12(4)); grounds that the law ties to a provision or a balancing need it too. Manifestly unfounded or
 * excessive (Art. 12(5)) is a ground only with the finding of an approved assessment, which brings its own reasons.
 * @returns the answer, or every code of what is missing.
 */
export function completeAnswer(
  answer: Answer,
  of: {
    readonly right: Right;
    readonly confirmed: boolean;
    readonly authorityNamed: boolean;
    readonly finding?: ApprovedFinding | null;
  },
): Result<Answer, readonly Missing[]> {
  const missing = new Set<Missing>();
  const need = (text: string, code: Missing) => text.trim() || missing.add(code);
  if (!outcomesFor(of.right, of.confirmed).includes(answer.outcome)) missing.add("outcome_for_right");
  if (answer.outcome === "granted" || answer.outcome === "granted_in_part") need(answer.text, "text");
  if (answer.outcome === "nothing_held") for (const code of searchGaps(answer.searches)) missing.add(code);
  if (isRefusal(answer.outcome) && !of.authorityNamed) missing.add("authority");
  if (answer.outcome === "refused" || answer.outcome === "granted_in_part") {
    if (answer.refusals.length === 0) missing.add("refusal");
    for (const part of answer.refusals) {
      const ground = groundsFor(of.right, of.finding).find((g) => g.id === part.ground);
      if (!ground) missing.add("ground");
      if (!ground || !("finding" in ground)) need(part.reasons, "reasons");
      if (answer.outcome === "granted_in_part") need(part.what, "refusal_what");
      if (ground?.needsProvision) need(part.provision, "provision");
      if (ground?.needsBalancing) need(part.balancing, "balancing");
    }
  }
  return missing.size > 0 ? refuse([...missing]) : ok(answer);
}

/** That nothing is held rests on a search: at least one, each with its system, identifiers and result. */
function searchGaps(searches: readonly Search[]): readonly Missing[] {
  if (searches.length === 0) return ["searches"];
  const whole = searches.every(({ system, terms, result }) => system.trim() && terms.trim() && result !== "");
  return whole ? [] : ["search_fields"];
}
