import type { AnswerFacts } from "@/emails/letters/answer-facts";
import { heading, paragraph, rows } from "@/emails/letters/blocks";
import type { Authority } from "@/lib/domain/controller/settings";
import { feePossible } from "@/lib/domain/fee/rules";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { authorityRows, controllerRows } from "@/lib/i18n/contact-rows";
import { translatorUnder } from "@/lib/i18n/law-words";
import { fixedBlocks } from "@/lib/i18n/legal/legal-text";
import type { LegalNotice } from "@/lib/i18n/legal/texts";

/**
 * Who can be turned to: the named authority or the one where the person lives or works, a court (both GDPR
 * Art. 12(4), 77, 79), and the controller itself.
 */
export function complaintBlocks({
  language,
  settings,
  authority,
  appealUrl = "",
}: Pick<AnswerFacts, "language" | "settings"> & {
  readonly authority: Authority | null;
  readonly appealUrl?: string;
}): readonly LetterBlock[] {
  const say = translatorUnder(settings.profile, language, "letter");
  const fixed = (notice: LegalNotice) => fixedBlocks(settings.profile, notice, language);
  return [
    ...(authority
      ? [
          heading(say("heading.authority")),
          ...fixed("complaint-authority"),
          ...(appealUrl ? [rows([{ label: say("fact.appeal"), value: appealUrl }])] : []),
          rows(authorityRows(authority, language)),
        ]
      : []),
    heading(say("heading.court")),
    ...fixed("court-remedy"),
    heading(say("heading.internal")),
    paragraph(say("sentence.internal")),
  ];
}

/** What can be done about the answer: turn to somebody, or ask again. */
export function remedyBlocks({ language, settings, answer, appealUrl }: AnswerFacts): readonly LetterBlock[] {
  const say = translatorUnder(settings.profile, language, "letter");
  const fixed = (notice: LegalNotice) => fixedBlocks(settings.profile, notice, language);
  return [
    ...complaintBlocks({ language, settings, appealUrl, authority: answer.authority }),
    heading(say("heading.again")),
    paragraph(say("sentence.again")),
    ...fixed(feePossible(settings) ? "free-of-charge-fee-possible" : "free-of-charge"),
  ];
}

/** Who answers and how to reach them and their data protection officer (GDPR Art. 12(1), 13(1)). */
export function senderBlocks({
  language,
  settings,
  decidedBy,
}: Pick<AnswerFacts, "language" | "settings" | "decidedBy">): readonly LetterBlock[] {
  const say = translatorUnder(settings.profile, language, "letter");
  const decided = say(`decidedBy.${decidedBy}`, { controller: settings.name });
  return [
    heading(say("heading.sender")),
    rows([{ label: say("fact.decidedBy"), value: decided }, ...controllerRows(settings, language)]),
  ];
}
