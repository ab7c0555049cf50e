import { createHash } from "node:crypto";
import { answerLetter } from "@/emails/letters/answer-letter";
import { readyAnswer } from "@/emails/letters/ready-answer";
import { localDate } from "@/lib/domain/clock/dates";
import type { Authority, ControllerSettings } from "@/lib/domain/controller/settings";
import type { Answer, Missing } from "@/lib/domain/decision/answer";
import { askedIn } from "@/lib/domain/decision/asked";
import type { Barred } from "@/lib/domain/decision/barred";
import { isLate, type LastDays, lastDayOf } from "@/lib/domain/decision/late";
import { relevantTo } from "@/lib/domain/decision/relevant";
import { isClosable } from "@/lib/domain/decision/unconfirmed";
import type { ApprovedFinding } from "@/lib/domain/fee/approval";
import type { Details } from "@/lib/domain/intake/filing";
import { formatReference } from "@/lib/domain/intake/reference";
import type { Language } from "@/lib/domain/kernel/language";
import { ok, type Result, refuse } from "@/lib/domain/kernel/result";
import type { Right } from "@/lib/domain/kernel/right";
import { knowsAppeal, lawOf } from "@/lib/domain/law/profile";
import type { Letter } from "@/lib/domain/notice/letter";
import type { Wordings } from "@/lib/domain/notice/wording";

/** All that the letter of an answer is made from, beside the answer itself. */
export type LetterBasis = {
  readonly request: { readonly reference: string; readonly right: Right } & LastDays;
  /** What was asked, as the person said it. */
  readonly details: Details;
  readonly filing: {
    readonly language: Language;
    readonly zone: string;
    readonly receivedOn: Parameters<typeof answerLetter>[0]["receivedOn"];
    readonly confirmedAt: Date | null;
    readonly byPost: boolean;
    readonly recordedAt: Date;
    readonly remindedAt: Date | null;
  };
  readonly settings: ControllerSettings;
  readonly wordings: Wordings;
  readonly authority: Authority | null;
  /** The finding of an approved assessment, for a refusal as unfounded or excessive. */
  readonly finding: ApprovedFinding | null;
  /** Of the requester. */
  readonly name: string;
  /** The person, where somebody acts for them; "" otherwise. */
  readonly actsFor: string;
  /** What keeps everything about the person from whoever asks. */
  readonly barred: Barred;
  /** The stop of this request is not recorded as done yet. */
  readonly stopOpen: boolean;
  /** The controller's start page: "https://dsar.example.org/{slug}". */
  readonly portalUrl: string;
  readonly at: Date;
};

/** A letter ready to leave, the answer it was made from, and its fingerprint (SHA-256, hex). */
export type Prepared = { readonly answer: Answer; readonly letter: Letter; readonly fingerprint: string };

/**
 * The letter of an answer, in the language of the filing. Preview and sending make it here, so that what
 * was read is what leaves.
 * @returns every code of what is missing, if it may not leave (GDPR Art. 12(4))
 */
export function prepareLetter(written: Answer, of: LetterBasis): Result<Prepared, readonly Missing[]> {
  const { request, filing, settings, authority } = of;
  const answer = relevantTo(written, of.barred);
  const today = localDate(of.at.toISOString(), filing.zone);
  const ready = readyAnswer(answer, {
    right: request.right,
    asked: askedIn(of.details),
    confirmed: filing.confirmedAt !== null,
    authority,
    finding: of.finding,
    today,
    stopOpen: of.stopOpen,
    barred: of.barred,
    closable: isClosable(filing, of.at),
    law: lawOf(settings.profile),
  });
  if (!ready.ok) return refuse(ready.refusal);
  const letter = answerLetter({
    settings,
    wordings: of.wordings,
    language: filing.language,
    reference: formatReference(request.reference),
    right: request.right,
    name: of.name,
    actsFor: of.actsFor,
    appealUrl:
      knowsAppeal(settings.profile) && request.right !== "complaint" ? `${of.portalUrl}?right=complaint` : "",
    receivedOn: filing.receivedOn,
    byPost: filing.byPost,
    decidedOn: today,
    lateSince: isLate(answer.outcome, today, request) ? lastDayOf(answer.outcome, request) : null,
    decidedBy: "officer",
    answer: ready.value,
  });
  const fingerprint = createHash("sha256").update(JSON.stringify(letter)).digest("hex");
  return ok({ answer, letter, fingerprint });
}
