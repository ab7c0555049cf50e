import type { CheckState } from "@/lib/domain/identity/check";
import type { Representation } from "@/lib/domain/identity/representation";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";

/** Why nothing may leave yet; each has its sentence. */
export type ReleaseGap =
  | "address_not_confirmed"
  | "identity_demanded"
  | "identity_failed"
  | "authority_unchecked"
  | "authority_rejected";

/** All that decides whether something may leave. Loaded by lib/db/release.ts and by nothing else. */
export type ReleaseFacts = {
  readonly confirmedAt: Date | null;
  /** The newest identity check that was demanded of this request, or null. */
  readonly identity: CheckState | null;
  readonly representation: Representation;
};

/** What is to leave: `refusal` says only that the person could not be identified, and how to complain. */
export type Release = "answer" | "not_identified";

/** A demand that nobody has met; also where the request ended meanwhile and was opened again. */
const UNMET: readonly CheckState[] = ["asked", "answered", "ended"];

/**
 * The one guard before an answer, a file or a personal detail leaves: the address was confirmed by a link that was
 * mailed to it; an identity check that was demanded was passed, or is not needed any more; and where somebody acts
 * for another their authority was checked. Every path that shows or sends one of these asks here.
 *
 * That somebody could not be identified is told to them nevertheless (GDPR Art. 12(2), 12(4)): such a letter holds
 * ground, reasons and remedies, and nothing about a person.
 * @returns every gap, in the order in which they are closed
 */
export function mayRelease(of: ReleaseFacts, what: Release = "answer"): Result<true, readonly ReleaseGap[]> {
  const gaps: ReleaseGap[] = [];
  if (!of.confirmedAt) gaps.push("address_not_confirmed");
  if (what === "answer") {
    if (of.representation === "unchecked") gaps.push("authority_unchecked");
    if (of.representation === "rejected") gaps.push("authority_rejected");
    if (UNMET.some((state) => state === of.identity)) gaps.push("identity_demanded");
    if (of.identity === "failed") gaps.push("identity_failed");
  }
  return gaps.length > 0 ? refuse(gaps) : ok(true);
}

/** Whether an answer says nothing but that the person could not be identified. */
export function saysNotIdentified(answer: {
  readonly outcome: string;
  readonly items: readonly unknown[];
  readonly refusals: readonly { readonly ground: string }[];
}): boolean {
  const grounds = answer.refusals.map(({ ground }) => ground);
  return (
    answer.outcome === "refused" &&
    answer.items.length === 0 &&
    grounds.length > 0 &&
    grounds.every((ground) => ground === "not_identified")
  );
}
