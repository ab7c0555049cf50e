import type { ApprovedFinding } from "@/lib/domain/fee/approval";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import type { Right } from "@/lib/domain/kernel/right";
import { groundsFor } from "@/lib/domain/law/grounds";
import type { Asked } from "./asked";
import { type Barred, bareReason, isBareStop, mayChoose, NOT_BARRED } from "./barred";
import type { Content, Keeping, Search } from "./content";
import { grantDemands, refusalDemands } from "./content-demands";
import { demanding, type Gap, searched } from "./demands/demand";
import { readyKeeping } from "./demands/keeping";
import { keptUntil } from "./kept-until";

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
  | Gap
  | "item_name"
  | "refusal"
  | "refusal_what"
  | "ground"
  | "reasons"
  | "provision"
  | "balancing"
  | "kept_until_past"
  | "stop_open"
  | "closing_early"
  | "authority"
  | "outcome_for_right";

/** Outcomes that say no to something and so owe reason, authority and court (GDPR Art. 12(4)). */
export function isRefusal(outcome: Outcome): boolean {
  return outcome === "refused" || outcome === "granted_in_part" || outcome === "address_not_confirmed";
}

/**
 * Consent and direct marketing are absolute: they cannot be refused (GDPR Art. 7(3), 21(3)).
 * @param barred what keeps everything about the person from whoever asks
 */
export function outcomesFor(
  right: Right,
  confirmed: boolean,
  barred: Barred = NOT_BARRED,
): readonly Outcome[] {
  if (!confirmed) return ["address_not_confirmed"];
  if (isBareStop(right, barred)) return ["granted"];
  const absolute = right === "consent_withdrawal" || right === "marketing_objection";
  return absolute ? ["granted", "nothing_held"] : ["granted", "granted_in_part", "refused", "nothing_held"];
}

/** What the completeness of an answer depends on beside the answer. */
export type AnswerOf = {
  readonly right: Right;
  /** What the request asks for by itself (askedIn). */
  readonly asked: readonly Asked[];
  readonly confirmed: boolean;
  readonly authorityNamed: boolean;
  /** The local day of the decision. */
  readonly today: IsoDate;
  /** A stop that the right made due at once is not recorded as done yet. */
  readonly stopOpen: boolean;
  /** The time within which the address could be confirmed is over (unconfirmed.ts). */
  readonly closable: boolean;
  /** What keeps everything about the person from whoever asks. */
  readonly barred: Barred;
  /** Of an approved assessment, if there is one. */
  readonly finding?: ApprovedFinding | null;
  /** Key of the law (lib/domain/law/law.ts); the GDPR unless another is named. */
  readonly law?: string;
};

/**
 * Whether an answer may leave: what was done with all that its right demands (GDPR Art. 7(3), 15-22, see demands/); a
 * refusal with ground, reasons and a named supervisory authority (Art. 12(4)); that nothing is held with where was
 * searched; grounds that the law ties to a provision, a balancing or a time of keeping with that. Manifestly
 * unfounded or excessive (Art. 12(5)) is a ground only with the finding of an approved assessment, which brings its own
 * reasons. That something has stopped is told once the stop is recorded, and never of a day to come.
 * @returns the answer, or every code of what is missing.
 */
export function completeAnswer(answer: Answer, of: AnswerOf): Result<Answer, readonly Missing[]> {
  const missing = new Set<Missing>(contentGaps(answer, of));
  const { outcome } = answer;
  if (!outcomesFor(of.right, of.confirmed, of.barred).includes(outcome)) missing.add("outcome_for_right");
  if (outcome === "address_not_confirmed" && !of.closable) missing.add("closing_early");
  if (of.stopOpen && (outcome === "granted" || outcome === "nothing_held")) missing.add("stop_open");
  if (answer.items.some(({ name }) => name.trim() === "")) missing.add("item_name");
  if (needsAuthority(outcome, of.right) && !of.authorityNamed) missing.add("authority");
  if (outcome === "refused" || outcome === "granted_in_part") {
    for (const code of refusalGaps(answer, of)) missing.add(code);
  }
  return missing.size > 0 ? refuse([...missing]) : ok(answer);
}

/** Every no names the authority (Art. 12(4)), and so does every answer to a request for access (Art. 15(1)(f)). */
export function needsAuthority(outcome: Outcome, right: Right): boolean {
  return isRefusal(outcome) || (right === "access" && outcome === "granted");
}

function contentGaps(answer: Answer, { right, asked, today, barred }: AnswerOf): readonly Missing[] {
  const { outcome, content, searches, items, refusals } = answer;
  switch (outcome) {
    case "granted":
    case "granted_in_part": {
      const inPart = outcome === "granted_in_part";
      const bare = isBareStop(right, barred);
      const granted = grantDemands(content, { right, asked, inPart, searches, today, bare });
      // The copy of Art. 15(3): at least one thing that is handed out.
      const given = items.some(({ result }) => result === "granted");
      const copy: Missing[] = right === "access" && !given ? ["items"] : [];
      return granted.ok ? copy : [...granted.refusal, ...copy];
    }
    case "refused": {
      const grounds = refusals.map(({ ground }) => ground);
      const refused = refusalDemands(content, { right, grounds, today });
      return refused.ok ? [] : refused.refusal;
    }
    case "nothing_held": {
      const demand = demanding();
      const looked = demand.met(searched(demand, searches));
      return looked.ok ? [] : looked.refusal;
    }
    case "address_not_confirmed":
      return [];
  }
}

function refusalGaps({ refusals, outcome }: Answer, of: AnswerOf): ReadonlySet<Missing> {
  const { right, finding, law, today, barred } = of;
  const missing = new Set<Missing>();
  const need = (text: string, code: Missing) => text.trim() || missing.add(code);
  if (refusals.length === 0) missing.add("refusal");
  for (const part of refusals) {
    const ground = groundsFor(right, finding, law).find((g) => g.id === part.ground);
    if (!ground || !mayChoose(ground.id, barred)) missing.add("ground");
    // Its reasons are in fixed words, and nobody can add any.
    if (ground && bareReason(ground.id, barred)) continue;
    if (!ground || !("finding" in ground)) need(part.reasons, "reasons");
    if (outcome === "granted_in_part") need(part.what, "refusal_what");
    if (ground?.needsProvision) need(part.provision, "provision");
    if (ground?.needsBalancing) need(part.balancing, "balancing");
    if (right !== "erasure" || !ground?.keeps) continue;
    const until = keptUntil(part.keeping);
    if (until && until < today) missing.add("kept_until_past");
    if (!readyKeeping(part.keeping)) missing.add("kept_until");
  }
  return missing;
}
