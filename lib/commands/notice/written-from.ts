import { bringIdentityDraftBack, forgetSentIdentityDraft } from "@/lib/db/identity-draft";
import { bringLetterDraftBack, forgetSentLetterDrafts } from "@/lib/db/letter-draft";
import type { Notice } from "@/lib/db/notice";
import type { Work } from "@/lib/db/transact";

/**
 * The letter was taken back before it left: who wrote it finds what they wrote in its form again. A forwarding that
 * somebody had approved was written at another instant than its letter was owed.
 * @param waits whether it waits for approval again, and is written already
 */
export async function bringBackWhatItWasWrittenFrom(
  { tx }: Work,
  notice: Notice,
  waits: boolean,
): Promise<void> {
  const of = ofNotice(notice);
  if (!of || waits) return;
  if (notice.kind === "forwarded_to_customer") return bringLetterDraftBack(tx, { ...of, kind: "forwarding" });
  await bringLetterDraftBack(tx, { ...of, at: notice.owedAt });
  await bringIdentityDraftBack(tx, of, notice.owedAt);
}

/** The letter was accepted: it says what was written, and the draft of it is needed no more. */
export async function forgetWhatItWasWrittenFrom({ tx }: Work, notice: Notice): Promise<void> {
  const of = ofNotice(notice);
  if (!of) return;
  if (notice.kind === "forwarded_to_customer")
    return forgetSentLetterDrafts(tx, { ...of, kind: "forwarding" });
  await forgetSentLetterDrafts(tx, { ...of, at: notice.owedAt });
  await forgetSentIdentityDraft(tx, of, notice.owedAt);
}

function ofNotice({ controllerId, requestId }: Notice) {
  return requestId ? { controllerId, requestId } : null;
}
