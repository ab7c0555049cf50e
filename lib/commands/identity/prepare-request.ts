import { createHash } from "node:crypto";
import { type IdentityLetterFacts, identityLetter } from "@/emails/letters/identity-letter";
import type { RequesterMail } from "@/emails/sender";
import type { Filing } from "@/lib/db/filing";
import type { IdentityDraft } from "@/lib/db/identity-draft";
import type { RightsRequest } from "@/lib/db/request";
import { localDate } from "@/lib/domain/clock/dates";
import { lateDays } from "@/lib/domain/clock/stops-clock";
import { type CheckGap, completeCheck, identityEffect, mayCheckIdentity } from "@/lib/domain/identity/check";
import type { Who } from "@/lib/domain/intake/filing";
import { formatReference } from "@/lib/domain/intake/reference";
import { Refused } from "@/lib/domain/kernel/refusal";
import { profileById } from "@/lib/domain/law/profile";
import type { Letter } from "@/lib/domain/notice/letter";

export type PreparedCheck = {
  readonly letter: Letter;
  readonly fingerprint: string;
  readonly effect: IdentityLetterFacts["effect"];
  /** Days since receipt, where the time is to stop and that is late for asking; else null. */
  readonly lateDays: number | null;
  /** What is missing before it may be sent. */
  readonly gaps: readonly CheckGap[];
};

/**
 * The letter that asks for proof, as it would leave now; preview and sending make it here.
 * @throws Refused no_check_for_right
 */
export function prepareCheck(
  draft: IdentityDraft,
  of: { request: RightsRequest; filing: Filing; who: Who; mail: RequesterMail; now: Date },
): PreparedCheck {
  const { request, filing, who, mail } = of;
  const may = mayCheckIdentity(request.right);
  if (!may.ok) throw new Refused({ code: may.refusal });
  const profile = profileById(request.profile);
  const effect = profile ? identityEffect(profile.rules, request.right) : "none";
  const today = localDate(of.now.toISOString(), filing.zone);
  const letter = identityLetter({
    ...draft,
    effect,
    settings: mail.sender.settings,
    wordings: mail.sender.wordings,
    authority: mail.sender.authority,
    language: filing.language,
    reference: formatReference(request.reference),
    right: request.right,
    receivedOn: filing.receivedOn,
    askedOn: today,
    name: who.name,
    byPost: filing.byPost,
    actsFor: who.onBehalf === "self" ? "" : who.subjectName,
  });
  const complete = completeCheck(draft);
  const fingerprint = createHash("sha256").update(JSON.stringify(letter)).digest("hex");
  return {
    ...{ letter, fingerprint, effect, gaps: complete.ok ? [] : complete.refusal },
    lateDays: effect === "none" ? null : lateDays(filing.receivedOn, today),
  };
}
