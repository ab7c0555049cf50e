import type { AnswerFacts } from "@/emails/letters/answer-facts";
import { heading, paragraph, paragraphs, rows } from "@/emails/letters/blocks";
import { findingBlocks } from "@/emails/letters/finding-blocks";
import type { ReadyAnswer, StatedRefusal } from "@/emails/letters/ready-answer";
import { basisOf } from "@/emails/letters/rights/basis";
import { keepingBlocks } from "@/emails/letters/rights/keeping";
import { grantBlocks, refusalFindings } from "@/emails/letters/rights/right-blocks";
import { searchBlocks } from "@/emails/letters/rights/searches";
import type { AnswerItem } from "@/lib/domain/decision/answer";
import type { ReadyContent } from "@/lib/domain/decision/content-demands";
import type { Right } from "@/lib/domain/kernel/right";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { formatCitation } from "@/lib/i18n/citation";
import { translatorUnder } from "@/lib/i18n/law-words";
import { fixedBlocks } from "@/lib/i18n/legal/legal-text";
import type { LegalNotice } from "@/lib/i18n/legal/texts";
import type { Translate } from "@/lib/i18n/translator";

type Of<Outcome extends ReadyAnswer["outcome"]> = Extract<ReadyAnswer, { outcome: Outcome }>;

/** What the law wants said when a right was granted, beside what was done; access says its own in Art. 15(1)(e). */
const WITH_GRANT: Readonly<Record<Right, readonly LegalNotice[]>> = {
  access: [],
  rectification: ["recipients-told"],
  erasure: ["recipients-told"],
  restriction: ["restriction-lifting", "recipients-told"],
  portability: [],
  objection: [],
  marketing_objection: ["marketing-suppression"],
  consent_withdrawal: ["lawfulness-before"],
  automated_decision_review: [],
  complaint: [],
};

/** What was done, what is handed out, and what follows from it (GDPR Art. 7(3), 15-22). */
export function grantedBlocks(
  { language, right, settings }: AnswerFacts,
  { text, items, content }: Of<"granted" | "granted_in_part">,
): readonly LetterBlock[] {
  const say = translatorUnder(settings.profile, language, "letter");
  const fixed = WITH_GRANT[right]
    .filter((notice) => speaksOf(notice, content))
    .flatMap((notice) => fixedBlocks(settings.profile, notice, language));
  return [
    heading(say(right === "access" ? "heading.information" : "heading.granted")),
    ...paragraphs(text),
    ...itemBlocks(items, say),
    ...grantBlocks(basisOf(language, settings.profile), content, settings.profile),
    ...(fixed.length > 0 ? [heading(say("heading.rightsNow")), ...fixed] : []),
  ];
}

/**
 * Whether a legal text is about this content: where nobody received the data there is nobody to tell, nor to name; and
 * what speaks to the person is not for somebody without authority to act for them.
 */
function speaksOf(notice: LegalNotice, content: ReadyContent): boolean {
  if ("telling" in content) return notice !== "recipients-told" || content.telling.told !== "none";
  return !("follows" in content) || content.follows !== null;
}

/** The things that were asked for, each by its own outcome; what is refused has its refusal. */
function itemBlocks(items: readonly AnswerItem[], say: Translate): readonly LetterBlock[] {
  const given = items.filter(({ result }) => result === "granted");
  const absent = items.filter(({ result }) => result === "nothing_held");
  return [
    ...(given.length > 0 ? [heading(say("heading.items")), list(given)] : []),
    ...(absent.length > 0 ? [heading(say("heading.itemsAbsent")), list(absent)] : []),
  ];
}

/** What was searched and with which identifiers, so that somebody can see whether it was enough. */
export function nothingHeldBlocks(
  { language, settings }: AnswerFacts,
  { text, searches }: Of<"nothing_held">,
): readonly LetterBlock[] {
  return [...paragraphs(text), ...searchBlocks(basisOf(language, settings.profile), searches)];
}

/** What is refused, on which ground, why, and how both sides were weighed (GDPR Art. 12(4)). */
export function refusedBlocks(
  { language, settings }: AnswerFacts,
  answer: Of<"refused" | "granted_in_part">,
): readonly LetterBlock[] {
  const say = translatorUnder(settings.profile, language, "letter");
  const whole = answer.outcome === "refused";
  return [
    ...(whole ? paragraphs(answer.text) : []),
    heading(say("heading.refused")),
    ...answer.refusals.flatMap((part) => refusalBlocks(part, language, settings.profile)),
    ...(whole ? refusalFindings(basisOf(language, settings.profile), answer.content) : []),
  ];
}

function refusalBlocks(
  part: StatedRefusal,
  language: AnswerFacts["language"],
  profile: string,
): readonly LetterBlock[] {
  const say = translatorUnder(profile, language, "letter");
  if (part.finding) {
    return [
      ...groundBlocks(part, language, say),
      ...findingBlocks(part.finding, language, part.reasons ?? ""),
    ];
  }
  if ("bare" in part) {
    return [
      ...groundBlocks(part, language, say),
      heading(say("heading.reasons")),
      paragraph(say(`bareReason.${part.bare}`)),
    ];
  }
  return [
    ...groundBlocks(part, language, say, part.provision ?? ""),
    heading(say("heading.reasons")),
    ...paragraphs(part.reasons),
    ...(part.balancing ? [heading(say("heading.balancing")), ...paragraphs(part.balancing)] : []),
    ...(part.keeping ? keepingBlocks(basisOf(language, profile), part.keeping) : []),
  ];
}

/** What is refused, and by which provision. */
function groundBlocks(
  { what, ground }: Pick<StatedRefusal, "what" | "ground">,
  language: AnswerFacts["language"],
  say: Translate,
  provision = "",
): readonly LetterBlock[] {
  return [
    rows([
      { label: say("fact.what"), value: what ?? say("sentence.wholeRequest") },
      { label: say("fact.ground"), value: say(`refusalGround.${ground.id}.name`) },
      { label: say("fact.citation"), value: formatCitation(ground.citation, language) },
      { label: say("fact.provision"), value: provision },
    ]),
    paragraph(say(`refusalGround.${ground.id}.explanation`)),
  ];
}

function list(items: readonly AnswerItem[]): LetterBlock {
  return {
    kind: "list",
    items: items.map(({ name, description }) => (description ? `${name}: ${description}` : name)),
  };
}
