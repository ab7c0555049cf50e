import type { Authority } from "@/lib/domain/controller/settings";
import {
  type Answer,
  type AnswerItem,
  completeAnswer,
  type Missing,
  needsAuthority,
} from "@/lib/domain/decision/answer";
import type { Asked } from "@/lib/domain/decision/asked";
import { type BareReason, type Barred, bareReason, isBareStop } from "@/lib/domain/decision/barred";
import {
  grantDemands,
  type ReadyContent,
  type RefusedContent,
  refusalDemands,
} from "@/lib/domain/decision/content-demands";
import type { ReadyAccess } from "@/lib/domain/decision/demands/access";
import {
  demanding,
  type Filled,
  filledOrNull,
  type ReadySearch,
  type Some,
  searched,
} from "@/lib/domain/decision/demands/demand";
import { type ReadyKeeping, readyKeeping } from "@/lib/domain/decision/demands/keeping";
import type { ApprovedFinding } from "@/lib/domain/fee/approval";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import type { Right } from "@/lib/domain/kernel/right";
import { groundsFor, type ManifestGround, type RefusalGround } from "@/lib/domain/law/grounds";

/** A no with all that GDPR Art. 12(4) wants said about it. */
export type StatedRefusal = {
  /** What is refused; null means the whole request. */
  readonly what: Filled | null;
} & (
  | {
      readonly ground: RefusalGround;
      readonly finding: null;
      readonly reasons: Filled;
      readonly provision: Filled | null;
      readonly balancing: Filled | null;
      /** Until when it is kept, where something is not erased. */
      readonly keeping: ReadyKeeping | null;
    }
  /** Nobody knows who reads it: fixed words give the reason, and nothing is added (Barred). */
  | { readonly ground: RefusalGround; readonly finding: null; readonly bare: BareReason }
  /** Manifestly unfounded or excessive (Art. 12(5)): said with the facts and the demonstration that two people hold. */
  | { readonly ground: ManifestGround; readonly finding: ApprovedFinding; readonly reasons: Filled | null }
);

/** What the controller says in its own words. */
export type Said = { readonly text: string; readonly items: readonly AnswerItem[] };

/** An answer that does all of what was asked; to a request for access it names the authority (Art. 15(1)(f)). */
export type Granted = Said & { readonly outcome: "granted" } & (
    | { readonly content: ReadyAccess; readonly authority: Authority }
    | { readonly content: Exclude<ReadyContent, ReadyAccess>; readonly authority: Authority | null }
  );

/**
 * An answer that may become a letter. What was done cannot be written down without all that its right demands, and a
 * no not without a ground, its reasons and the authority to complain to (GDPR Art. 12(4), 15-22).
 */
export type ReadyAnswer =
  | Granted
  | (Said & {
      readonly outcome: "nothing_held";
      readonly searches: Some<ReadySearch>;
      readonly authority: Authority | null;
    })
  | (Said & {
      readonly outcome: "granted_in_part";
      readonly content: ReadyContent;
      readonly refusals: Some<StatedRefusal>;
      readonly authority: Authority;
    })
  | (Said & {
      readonly outcome: "refused";
      readonly content: RefusedContent | null;
      readonly refusals: Some<StatedRefusal>;
      readonly authority: Authority;
    })
  | { readonly outcome: "address_not_confirmed"; readonly authority: Authority };

/** What an answer is checked against. */
export type ReadyOf = {
  readonly right: Right;
  /** What the request asks for by itself (askedIn). */
  readonly asked: readonly Asked[];
  readonly confirmed: boolean;
  readonly authority: Authority | null;
  /** The local day of the decision. */
  readonly today: IsoDate;
  /** A stop that the right made due at once is not recorded as done yet. */
  readonly stopOpen: boolean;
  /** The time within which the address could be confirmed is over. */
  readonly closable: boolean;
  /** What keeps everything about the person from whoever asks. */
  readonly barred: Barred;
  readonly finding?: ApprovedFinding | null;
  /** Key of the law (lib/domain/law/law.ts); the GDPR unless another is named. */
  readonly law?: string;
};

/**
 * Checks an answer with the rules of the decision and makes it one that a letter can be written from.
 * @param of the right asked for, whether the address is confirmed, the authority of the controller, and the finding
 *   of an approved assessment if there is one
 * @returns the answer, or every code of what is missing
 */
export function readyAnswer(answer: Answer, of: ReadyOf): Result<ReadyAnswer, readonly Missing[]> {
  const { right, authority, barred } = of;
  const bare = isBareStop(right, barred);
  const complete = completeAnswer(answer, { ...of, authorityNamed: authority !== null });
  if (!complete.ok) return complete;
  const { outcome } = answer;
  const said = { text: answer.text.trim(), items: answer.items };
  switch (outcome) {
    case "granted": {
      const content = grantDemands(answer.content, { ...of, inPart: false, searches: answer.searches, bare });
      return content.ok ? granted(said, content.value, of) : content;
    }
    case "nothing_held": {
      const demand = demanding();
      const searches = demand.met(searched(demand, answer.searches));
      return searches.ok ? ok({ ...said, outcome, searches: searches.value, authority }) : searches;
    }
    case "address_not_confirmed":
      return authority ? ok({ outcome, authority }) : refuse(["authority"]);
    case "refused":
    case "granted_in_part":
      return withRefusals(answer, said, of);
  }
}

function granted(said: Said, content: ReadyContent, of: ReadyOf): Result<ReadyAnswer, readonly Missing[]> {
  const { authority } = of;
  const outcome = "granted";
  if (content.right !== "access") return ok({ ...said, outcome, content, authority });
  return authority ? ok({ ...said, outcome, content, authority }) : refuse(["authority"]);
}

function withRefusals(answer: Answer, said: Said, of: ReadyOf): Result<ReadyAnswer, readonly Missing[]> {
  const { right, authority, today, barred, finding = null, law = "gdpr" } = of;
  const bare = isBareStop(right, barred);
  const [first, ...others] = answer.refusals
    .map((part) => stated(part, { right, finding, law, barred }))
    .filter((part) => part !== null);
  if (!first || others.length + 1 < answer.refusals.length) return refuse(["refusal"]);
  if (!authority || !needsAuthority(answer.outcome, right)) return refuse(["authority"]);
  const refusals: Some<StatedRefusal> = [first, ...others];
  if (answer.outcome === "granted_in_part") {
    const content = grantDemands(answer.content, { ...of, inPart: true, searches: answer.searches, bare });
    if (!content.ok) return content;
    return ok({ ...said, outcome: "granted_in_part", content: content.value, refusals, authority });
  }
  const grounds = answer.refusals.map(({ ground }) => ground);
  const content = refusalDemands(answer.content, { right, grounds, today });
  if (!content.ok) return content;
  return ok({ ...said, outcome: "refused", content: content.value, refusals, authority });
}

function stated(
  part: Answer["refusals"][number],
  of: {
    readonly right: Right;
    readonly finding: ApprovedFinding | null;
    readonly law: string;
    readonly barred: Barred;
  },
): StatedRefusal | null {
  const { right, finding, law, barred } = of;
  const ground = groundsFor(right, finding, law).find(({ id }) => id === part.ground);
  const reasons = filledOrNull(part.reasons);
  const what = filledOrNull(part.what);
  if (!ground) return null;
  const bare = "finding" in ground ? null : bareReason(ground.id, barred);
  if (bare && !("finding" in ground)) return { what: null, ground, finding: null, bare };
  if ("finding" in ground) return finding && { what, ground, finding, reasons };
  const keeping = right === "erasure" && ground.keeps ? readyKeeping(part.keeping) : null;
  if (!reasons || (right === "erasure" && ground.keeps && !keeping)) return null;
  return {
    what,
    ground,
    reasons,
    finding: null,
    keeping,
    provision: filledOrNull(part.provision),
    balancing: filledOrNull(part.balancing),
  };
}
