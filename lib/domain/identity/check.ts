import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import type { Right } from "@/lib/domain/kernel/right";
import type { ClockRules } from "@/lib/domain/law/rules";

/** Why there is doubt about who asks; each needs its concrete reason besides (GDPR Art. 12(6): "reasonable doubts"). */
export const DOUBTS = [
  "address_unknown",
  "details_differ",
  "several_people",
  "account_taken_over",
  "somebody_else",
  "other",
] as const;
export type Doubt = (typeof DOUBTS)[number];

/** Ways to settle it, the least intrusive first (EDPB Guidelines 01/2022, section 3; IMY: an ID document is rarely needed). */
export const METHODS = ["account", "known_address", "facts", "call_back", "in_person", "id_copy"] as const;
export type Method = (typeof METHODS)[number];

/** Ways that need no identity document. Showing up may mean showing one. */
export const WITHOUT_DOCUMENT: readonly Method[] = ["account", "known_address", "facts", "call_back"];

/** Ways in which what the person sends is the proof; with the others, staff record that the proof came. */
export const SENT_BY_PERSON: readonly Method[] = ["account", "known_address", "facts", "id_copy"];

/** Ways in which, once chosen, the next step is the controller's: to call, or to send the code. */
export const OUR_TURN: readonly Method[] = ["call_back", "known_address"];

export const RESULTS = ["passed", "failed", "not_needed"] as const;
export type CheckResult = (typeof RESULTS)[number];

/** ended: the request was taken back before it was met; void: the demand was taken back before it left. */
export type CheckState = "asked" | "answered" | CheckResult | "ended" | "void";

/** After how many days evidence goes at the latest, whatever became of the check. */
export const EVIDENCE_DAYS = 30;

/**
 * After how many days from its arrival a demand that nobody answers need not be waited for any more. Our choice: as long as
 * an address has to be confirmed after its reminder; longer would pass the last day of a law whose time runs on.
 */
const UNANSWERED_DAYS = 14;

/** Whether a demand of proof that arrived then has gone without an answer for so long that the request can be refused for it. */
export function isUnanswered(demandedAt: Date, now: Date): boolean {
  return now.getTime() - demandedAt.getTime() >= UNANSWERED_DAYS * 86_400_000;
}

/** The least that says something concrete. */
export const SHORTEST_REASON = 20;

const NEVER: readonly Right[] = ["marketing_objection", "consent_withdrawal", "complaint"];

/**
 * Whether a request of this right may wait for an identity check. Objection to direct marketing and withdrawal of
 * consent may not: stopping harms nobody if a stranger asked, and must be as easy as the consent was (GDPR Art. 7(3),
 * 21(2)-(3)); Art. 12(6) lets nobody be asked more than the request needs. Nor may a complaint to the controller: Art.
 * 12(6) speaks of Art. 15 to 21, and what was found of a complaint can be told without anything about a person.
 */
export function mayCheckIdentity(right: Right): Result<true, "no_check_for_right"> {
  return NEVER.includes(right) ? refuse("no_check_for_right") : ok(true);
}

/** What an identity request still lacks. */
export type CheckGap = "doubt" | "needed" | "two_ways" | "way_without_document";

/**
 * Whether a demand is proportionate in form: a concrete doubt, what is needed and why that suffices, at least two ways,
 * one of which needs no identity document (GDPR Art. 5(1)(c), 12(6), recital 64).
 * @returns every gap
 */
export function completeCheck(of: {
  readonly doubt: string;
  readonly needed: string;
  readonly methods: readonly Method[];
}): Result<true, readonly CheckGap[]> {
  const gaps: CheckGap[] = [];
  if (of.doubt.trim().length < SHORTEST_REASON) gaps.push("doubt");
  if (of.needed.trim().length < SHORTEST_REASON) gaps.push("needed");
  if (new Set(of.methods).size < 2) gaps.push("two_ways");
  if (!of.methods.some((method) => WITHOUT_DOCUMENT.includes(method))) gaps.push("way_without_document");
  return gaps.length > 0 ? refuse(gaps) : ok(true);
}

/** What asking does to the clock: EU pauses, UK starts anew, elsewhere nothing (the profile says which). */
export function identityEffect(rules: ClockRules, right: Right): "pause" | "restart" | "none" {
  if (rules.start.waitsFor.includes("identity")) return "restart";
  const pauses = rules.pauses.some(
    ({ question, rights }) => question === "identity" && rights.includes(right),
  );
  return pauses ? "pause" : "none";
}
