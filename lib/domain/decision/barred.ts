import type { Right } from "@/lib/domain/kernel/right";

/**
 * What keeps everything about a person from whoever asks; both null where nothing does. Made by lib/domain/delivery, from
 * the facts of the release gate.
 */
export type Barred = {
  /** The authority to act for the person: nobody has looked, or it was not accepted. */
  readonly authority: "unchecked" | "rejected" | null;
  /** Proof of identity: demanded and not settled; demanded so long ago that nobody has to wait any more; not given. */
  readonly identity: "demanded" | "unanswered" | "failed" | null;
};

export const NOT_BARRED: Barred = { authority: null, identity: null };

/** The reason that a letter gives where its writer may add no word, because nobody knows who reads it. */
export type BareReason = "no_authority" | "identity_failed" | "identity_unanswered";

/**
 * The reason of a refusal that tells whoever asks nothing about a person, by its ground; null where the ground gives no
 * such reason (GDPR Art. 11(2), 12(2), 12(4), 12(6), 5(1)(f)).
 */
export function bareReason(ground: string, { authority, identity }: Barred): BareReason | null {
  if (ground === "no_authority") return authority === "rejected" ? "no_authority" : null;
  if (ground !== "not_identified") return null;
  if (identity === "failed") return "identity_failed";
  return identity === "unanswered" ? "identity_unanswered" : null;
}

/**
 * Whether a ground can be chosen. That somebody may not act for the person is one after it was looked at; that nobody can
 * be identified, after proof was demanded and did not come or did not hold, or where no proof was demanded because the
 * data itself names nobody (Art. 11).
 */
export function mayChoose(ground: string, barred: Barred): boolean {
  if (ground === "no_authority") return bareReason(ground, barred) !== null;
  if (ground !== "not_identified") return true;
  return bareReason(ground, barred) !== null || (barred.authority === null && barred.identity === null);
}

/**
 * Whether the grounds of a refusal are still what they were when it was written: one that gave its reasons in fixed words
 * because nobody knew who reads it still does, and one that can only be chosen then is not left over.
 */
export function groundsHold(
  refusals: readonly { readonly ground: string; readonly reasons: string }[],
  barred: Barred,
): boolean {
  return refusals.every(({ ground, reasons }) => {
    if (ground !== "no_authority" && ground !== "not_identified") return true;
    return reasons.trim() === "" ? bareReason(ground, barred) !== null : mayChoose(ground, barred);
  });
}

/**
 * Whether an answer can say that something has stopped and nothing else: who asks for the stop has no accepted authority
 * to act for the person (GDPR Art. 5(1)(f)), and a stop cannot be refused (Art. 7(3), 21(3)).
 */
export function isBareStop(right: Right, { authority }: Barred): boolean {
  return authority === "rejected" && (right === "marketing_objection" || right === "consent_withdrawal");
}
