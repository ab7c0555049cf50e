import type { RefusalPart } from "@/lib/domain/decision/answer";
import type { Barred } from "@/lib/domain/decision/barred";
import type { Content } from "@/lib/domain/decision/content";
import { type CheckState, isUnanswered } from "@/lib/domain/identity/check";
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
  /** When the letter of that demand arrived; null while it has not. */
  readonly demandedAt: Date | null;
  readonly representation: Representation;
};

/**
 * What is to leave. `bare` says nothing about a person: that they could not be identified, that nobody showed that they may
 * act for them, or that what was to stop has stopped, in the words of the letter alone.
 */
export type Release = "answer" | "bare";

/** A demand that nobody has met; also where the request ended meanwhile and was opened again. */
const UNMET: readonly CheckState[] = ["asked", "answered", "ended"];

/**
 * The one guard before an answer, a file or a personal detail leaves: the address was confirmed by a link that was
 * mailed to it; an identity check that was demanded was passed, or is not needed any more; and where somebody acts
 * for another their authority was checked. Every path that shows or sends one of these asks here.
 *
 * What is bare is told to whoever asked nevertheless (GDPR Art. 12(2), 12(4)): such a letter holds ground, reasons and
 * remedies, or that a stop was made, in fixed words, and nothing about a person.
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

/** What keeps everything about the person from whoever asks, confirmed address or not. */
export function barredBy({ identity, demandedAt, representation }: ReleaseFacts, now: Date): Barred {
  const authority = representation === "unchecked" || representation === "rejected" ? representation : null;
  if (identity === "failed") return { authority, identity };
  if (!UNMET.some((state) => state === identity)) return { authority, identity: null };
  const unanswered = identity !== "answered" && demandedAt !== null && isUnanswered(demandedAt, now);
  return { authority, identity: unanswered ? "unanswered" : "demanded" };
}

/** Grounds of a refusal that says nothing about a person, as long as nobody adds a word. */
const BARE_GROUNDS: readonly string[] = ["not_identified", "no_authority"];

/** What an answer is to the gate, as it is written or as it was sent. */
export function releaseOf(answer: {
  readonly outcome: string;
  readonly text: string;
  readonly items: readonly unknown[];
  readonly refusals: readonly Omit<RefusalPart, "keeping">[];
  readonly searches: readonly unknown[];
  readonly content: Content | null;
}): Release {
  return refusesBarely(answer) || stopsBarely(answer) ? "bare" : "answer";
}

function refusesBarely(answer: Parameters<typeof releaseOf>[0]): boolean {
  const { outcome, text, items, refusals, searches, content } = answer;
  const words = refusals.flatMap(({ what, reasons, provision, balancing }) => [
    what,
    reasons,
    provision,
    balancing,
  ]);
  return (
    outcome === "refused" &&
    items.length + searches.length === 0 &&
    content === null &&
    refusals.length > 0 &&
    refusals.every(({ ground }) => BARE_GROUNDS.includes(ground)) &&
    [text, ...words].every((each) => each.trim() === "")
  );
}

function stopsBarely({ outcome, text, items, searches, content }: Parameters<typeof releaseOf>[0]): boolean {
  return (
    outcome === "granted" &&
    (content?.right === "marketing_objection" || content?.right === "consent_withdrawal") &&
    [text, content.stopped, content.follows].every((words) => words.trim() === "") &&
    items.length === 0 &&
    searches.length === 0
  );
}
