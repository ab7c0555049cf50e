import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import { RIGHTS, type Right } from "@/lib/domain/kernel/right";
import type { FlagGround } from "@/lib/domain/request/flag";

/** What an assessment proposes: nothing leaves without a second person, whatever stands here. */
export const PROPOSALS = ["refuse", "fee", "neither"] as const;
export type Proposal = (typeof PROPOSALS)[number];

/**
 * What can show an abusive intention (CJEU C-416/23, 9 January 2025; C-526/24, 19 March 2026). None of them is a
 * number or a repetition: how many requests there were is no sign of anything, and cannot be written down as one.
 */
export const INTENT_SIGNS = [
  "announced_harm",
  "offer_to_drop",
  "made_for_claim",
  "documented_pattern",
  "aimed_at_persons",
] as const;
export type IntentSign = (typeof INTENT_SIGNS)[number];

/** An assessment as it is written; texts may still be empty. */
export type WrittenAssessment = {
  readonly ground: FlagGround;
  readonly proposal: Proposal;
  /** What happened, with dates. */
  readonly facts: string;
  /** What proves it and where it lies, one a line. */
  readonly evidence: readonly string[];
  readonly sign: IntentSign | "";
  /** Excessive: how the intention shows. Unfounded: why it is obvious at once. */
  readonly shown: string;
  /** What a complaint would say, and why the finding stands all the same. */
  readonly against: string;
  /** Why asking to narrow the request is not enough. */
  readonly narrow: string;
  /** Why the request is refused and no fee taken instead. */
  readonly noFee: string;
  /** Why even a first request is the exception (C-526/24). */
  readonly exceptional: string;
};

export const ASSESSMENT_MISSING = [
  "facts",
  "evidence",
  "sign",
  "shown",
  "against",
  "narrow",
  "noFee",
  "exceptional",
] as const;
export type AssessmentMissing = (typeof ASSESSMENT_MISSING)[number];

declare const stated: unique symbol;

/** Text that says something; only this file makes one. */
export type Stated = string & { readonly [stated]: true };

/** How the finding is demonstrated, which the controller has to do (GDPR Art. 12(5), last sentence). */
export type Demonstration =
  | { readonly kind: "abusive_intent"; readonly sign: IntentSign; readonly how: Stated }
  | { readonly kind: "obvious"; readonly how: Stated };

/** A finding that a request is manifestly unfounded or excessive, complete and not yet seen by a second person. */
export type Finding = {
  readonly ground: FlagGround;
  readonly proposal: "refuse" | "fee";
  readonly facts: Stated;
  readonly evidence: readonly [Stated, ...Stated[]];
  readonly demonstration: Demonstration;
  readonly against: Stated;
  readonly narrow: Stated;
  readonly noFee: Stated | null;
  readonly exceptional: Stated | null;
};

/** That neither is proposed: the request is answered like any other. */
export type NoFinding = { readonly proposal: "neither"; readonly facts: Stated };

/** Art. 12(5) speaks of Art. 15 to 22; consent and direct marketing are absolute, a complaint is none of them. */
export const ASSESSABLE: readonly Right[] = RIGHTS.filter(
  (right) => right !== "consent_withdrawal" && right !== "marketing_objection" && right !== "complaint",
);

/**
 * Whether an assessment says all that the law wants said before a second person looks at it. There is no place in it
 * for a number of requests: what the signals count can only ask for more (`first`), never for less.
 * GDPR Art. 12(5); C-416/23: number alone is not enough, an abusive intention has to be shown, and fee or refusal
 * chosen with reasons, as suitable, necessary and proportionate. C-526/24: a first request only exceptionally.
 * @param of.first this person asked nothing before
 * @param of.feePossible the controller may charge at all; where it promised not to, a fee is no milder means
 * @returns the finding, that there is none, or every code of what is missing
 */
export function completeAssessment(
  written: WrittenAssessment,
  of: { readonly first: boolean; readonly feePossible: boolean },
): Result<Finding | NoFinding, readonly AssessmentMissing[]> {
  const missing: AssessmentMissing[] = [];
  const need = (text: string, code: AssessmentMissing): Stated => {
    const said = state(text);
    if (!said) missing.push(code);
    return said ?? ("" as Stated);
  };
  const facts = need(written.facts, "facts");
  if (written.proposal === "neither") {
    return missing.length > 0 ? refuse(missing) : ok({ proposal: "neither", facts });
  }
  const [proof, ...more] = written.evidence.map(state).filter((line) => line !== null);
  if (!proof) missing.push("evidence");
  const demonstration = demonstrationOf(written, need, () => missing.push("sign"));
  const against = need(written.against, "against");
  const narrow = need(written.narrow, "narrow");
  const noFee = written.proposal === "refuse" && of.feePossible ? need(written.noFee, "noFee") : null;
  const exceptional = of.first ? need(written.exceptional, "exceptional") : null;
  if (missing.length > 0 || !proof || !demonstration) return refuse(missing);
  const { ground, proposal } = written;
  const evidence = [proof, ...more] as const;
  return ok({
    ...{ ground, proposal, facts, evidence, demonstration, against, narrow, noFee, exceptional },
  });
}

function demonstrationOf(
  { ground, sign, shown }: WrittenAssessment,
  need: (text: string, code: AssessmentMissing) => Stated,
  noSign: () => void,
): Demonstration | null {
  const how = need(shown, "shown");
  if (ground === "unfounded") return { kind: "obvious", how };
  if (sign !== "") return { kind: "abusive_intent", sign, how };
  noSign();
  return null;
}

function state(text: string): Stated | null {
  const said = text.trim();
  return said === "" ? null : (said as Stated);
}
