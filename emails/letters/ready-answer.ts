import type { Authority } from "@/lib/domain/controller/settings";
import { type Answer, type AnswerItem, completeAnswer, type Missing } from "@/lib/domain/decision/answer";
import type { Search } from "@/lib/domain/decision/content";
import type { ApprovedFinding } from "@/lib/domain/fee/approval";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import type { Right } from "@/lib/domain/kernel/right";
import { groundsFor, type ManifestGround, type RefusalGround } from "@/lib/domain/law/grounds";

declare const filled: unique symbol;

/** Text that says something. Only this file makes one. */
export type Filled = string & { readonly [filled]: true };

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
    }
  /** Manifestly unfounded or excessive (Art. 12(5)): said with the facts and the demonstration that two people hold. */
  | { readonly ground: ManifestGround; readonly finding: ApprovedFinding; readonly reasons: Filled | null }
);

/** What the controller says in its own words. */
export type Said = { readonly text: string; readonly items: readonly AnswerItem[] };

/**
 * An answer that may become a letter. A no cannot be written down without a ground, its reasons and the
 * authority to complain to (GDPR Art. 12(4)).
 */
export type ReadyAnswer =
  | (Said & { readonly outcome: "granted"; readonly authority: Authority | null })
  | (Said & {
      readonly outcome: "nothing_held";
      readonly searches: readonly [Search, ...Search[]];
      readonly authority: Authority | null;
    })
  | (Said & {
      readonly outcome: "refused" | "granted_in_part";
      readonly refusals: readonly [StatedRefusal, ...StatedRefusal[]];
      readonly authority: Authority;
    })
  | { readonly outcome: "address_not_confirmed"; readonly authority: Authority };

/**
 * Checks an answer with the rules of the decision and makes it one that a letter can be written from.
 * @param of the right asked for, whether the address is confirmed, the authority of the controller, and the finding
 *   of an approved assessment if there is one
 * @returns the answer, or every code of what is missing
 */
export function readyAnswer(
  answer: Answer,
  of: {
    readonly right: Right;
    readonly confirmed: boolean;
    readonly authority: Authority | null;
    readonly finding?: ApprovedFinding | null;
  },
): Result<ReadyAnswer, readonly Missing[]> {
  const { right, confirmed, authority, finding = null } = of;
  const complete = completeAnswer(answer, { right, confirmed, authorityNamed: authority !== null, finding });
  if (!complete.ok) return complete;
  const { outcome, text, items } = answer;
  const said = { text: text.trim(), items };
  switch (outcome) {
    case "granted":
      return ok({ ...said, outcome, authority });
    case "nothing_held": {
      const [first, ...others] = answer.searches;
      return first ? ok({ ...said, outcome, searches: [first, ...others], authority }) : refuse(["searches"]);
    }
    case "address_not_confirmed":
      return authority ? ok({ outcome, authority }) : refuse(["authority"]);
    case "refused":
    case "granted_in_part": {
      const [first, ...others] = answer.refusals
        .map((part) => stated(part, right, finding))
        .filter((part) => part !== null);
      if (!first || others.length + 1 < answer.refusals.length) return refuse(["refusal"]);
      if (!authority) return refuse(["authority"]);
      return ok({ ...said, outcome, refusals: [first, ...others], authority });
    }
  }
}

function stated(
  part: Answer["refusals"][number],
  right: Right,
  finding: ApprovedFinding | null,
): StatedRefusal | null {
  const ground = groundsFor(right, finding).find(({ id }) => id === part.ground);
  const reasons = fill(part.reasons);
  const what = fill(part.what);
  if (!ground) return null;
  if ("finding" in ground) return finding && { what, ground, finding, reasons };
  if (!reasons) return null;
  return {
    what,
    ground,
    reasons,
    finding: null,
    provision: fill(part.provision),
    balancing: fill(part.balancing),
  };
}

function fill(text: string): Filled | null {
  const said = text.trim();
  return said === "" ? null : (said as Filled);
}
