import type { NoticeKind } from "@/lib/domain/notice/kinds";
import { mayRelease, type Release, type ReleaseFacts, type ReleaseGap } from "./release-gate";

/** What a printed letter is to the gate: those that hold words of staff about a request, and the demand of proof. */
const PRINTED: Partial<Readonly<Record<NoticeKind, Release>>> = {
  question: "answer",
  question_pause: "answer",
  extension: "answer",
  fee_notice: "answer",
  fee_objection_answered: "answer",
  restriction_lifting: "answer",
  answer_ready: "answer",
  // Whoever has to show who they are reads why.
  identity_request: "bare",
};

/**
 * What is missing before a letter on paper may go to its requester: it says itself what a mail keeps behind its link, so
 * the guard that stands there stands before it, when it is written, printed and posted. What holds no words about a
 * person goes to an address that nobody has verified too.
 * @param what the same letter with nothing about a person in it (`bare`, or `fixed` where nobody's word is in it at all)
 */
export function printGaps(
  kind: NoticeKind,
  facts: ReleaseFacts,
  what: Release | "fixed" | undefined = PRINTED[kind],
): readonly ReleaseGap[] {
  if (what === undefined || what === "fixed" || PRINTED[kind] === undefined) return [];
  const gate = mayRelease(facts, what);
  return gate.ok ? [] : gate.refusal;
}

/**
 * What is missing before a question can be read by whom it asks: a link confirms an email address, so only paper needs a
 * verified one beforehand. A question that cannot be read may not stop the time (GDPR Art. 12(1), recital 63).
 */
export function questionGaps(facts: ReleaseFacts, byPost: boolean): readonly ReleaseGap[] {
  const gate = mayRelease(facts);
  if (gate.ok) return [];
  return gate.refusal.filter((gap) => byPost || gap !== "address_not_confirmed");
}
