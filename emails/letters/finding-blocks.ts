import { heading, paragraph, paragraphs } from "@/emails/letters/blocks";
import type { ApprovedFinding } from "@/lib/domain/fee/approval";
import type { Language } from "@/lib/domain/kernel/language";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { translator } from "@/lib/i18n/translator";

/**
 * A finding as its requester reads it: the facts, how they show what they are said to show, what speaks for the
 * requester, why no milder means, and that two people stand behind it. The controller has to demonstrate it
 * (GDPR Art. 12(5), last sentence; CJEU C-416/23), so none of these can be left out.
 * @param more what the officer adds in the answer; may be empty
 */
export function findingBlocks(
  finding: ApprovedFinding,
  language: Language,
  more = "",
): readonly LetterBlock[] {
  const say = translator(language, "fee");
  const { demonstration, exceptional, noFee } = finding;
  const sign =
    demonstration.kind === "abusive_intent"
      ? say(`sign.${demonstration.sign}.letter`)
      : say("obvious.letter");
  return [
    heading(say("letter.facts")),
    ...paragraphs(finding.facts),
    heading(say(`letter.shown.${demonstration.kind}`)),
    paragraph(sign),
    ...paragraphs(demonstration.how),
    ...(exceptional ? [heading(say("letter.exceptional")), ...paragraphs(exceptional)] : []),
    heading(say("letter.against")),
    ...paragraphs(finding.against),
    heading(say("letter.milder")),
    ...paragraphs(finding.narrow),
    ...(noFee ? paragraphs(noFee) : []),
    ...paragraphs(more),
    paragraph(say("letter.twoPeople")),
  ];
}
