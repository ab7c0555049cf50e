import { authorityRows } from "@/emails/authority-rows";
import type { AnswerFacts } from "@/emails/letters/answer-facts";
import { heading, paragraph, rows } from "@/emails/letters/blocks";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { fixedBlocks } from "@/lib/i18n/legal/legal-text";
import { translator } from "@/lib/i18n/translator";

/**
 * What can be done about the answer: complain to the named authority or the one where the person lives or
 * works, go to court (both GDPR Art. 12(4), 77, 79), ask the controller, ask again.
 */
export function remedyBlocks({ language, settings, answer }: AnswerFacts): readonly LetterBlock[] {
  const say = translator(language, "letter");
  const fixed = (notice: Parameters<typeof fixedBlocks>[1]) =>
    fixedBlocks(settings.profile, notice, language);
  return [
    ...(answer.authority
      ? [
          heading(say("heading.authority")),
          ...fixed("complaint-authority"),
          rows(authorityRows(answer.authority, language)),
        ]
      : []),
    heading(say("heading.court")),
    ...fixed("court-remedy"),
    heading(say("heading.internal")),
    paragraph(say("sentence.internal")),
    heading(say("heading.again")),
    paragraph(say("sentence.again")),
    ...fixed(settings.feeEnabled ? "free-of-charge-fee-possible" : "free-of-charge"),
  ];
}

/** Who answers and how to reach them and their data protection officer (GDPR Art. 12(1), 13(1)). */
export function senderBlocks({ language, settings, decidedBy }: AnswerFacts): readonly LetterBlock[] {
  const say = translator(language, "letter");
  const { dpo } = settings;
  return [
    heading(say("heading.sender")),
    rows([
      { label: say("fact.decidedBy"), value: say(`decidedBy.${decidedBy}`, { controller: settings.name }) },
      { label: say("fact.controller"), value: settings.name },
      { label: say("fact.registrationNumber"), value: settings.registrationNumber },
      { label: say("fact.address"), value: settings.address },
      { label: say("fact.email"), value: settings.contactEmail },
      { label: say("fact.phone"), value: settings.contactPhone },
      {
        label: say("fact.dpo"),
        value: dpo ? [dpo.name, dpo.email, dpo.phone].filter(Boolean).join(", ") : "",
      },
      { label: say("fact.privacyPolicy"), value: settings.privacyPolicyUrl },
    ]),
  ];
}
