import type { AnswerFacts } from "@/emails/letters/answer-facts";
import { heading, paragraph, paragraphs, rows } from "@/emails/letters/blocks";
import { findingBlocks } from "@/emails/letters/finding-blocks";
import type { ReadyAnswer, Said, StatedRefusal } from "@/emails/letters/ready-answer";
import type { AnswerItem } from "@/lib/domain/decision/answer";
import type { Search } from "@/lib/domain/decision/content";
import type { Right } from "@/lib/domain/kernel/right";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { formatCitation } from "@/lib/i18n/citation";
import { fixedBlocks } from "@/lib/i18n/legal/legal-text";
import type { LegalNotice } from "@/lib/i18n/legal/texts";
import { translator } from "@/lib/i18n/translator";

type Of<Outcome extends ReadyAnswer["outcome"]> = Extract<ReadyAnswer, { outcome: Outcome }>;

/** What the law wants said when a right was granted, beside what was done. */
const WITH_GRANT: Readonly<Record<Right, readonly LegalNotice[]>> = {
  access: ["access-further-rights"],
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

/** What was done, what is handed out, and what follows from it (GDPR Art. 7(3), 15, 18(3), 19, 21(3)). */
export function grantedBlocks(
  { language, right, settings }: AnswerFacts,
  { text, items }: Said,
): readonly LetterBlock[] {
  const say = translator(language, "letter");
  const fixed = WITH_GRANT[right].flatMap((notice) => fixedBlocks(settings.profile, notice, language));
  return [
    heading(say("heading.granted")),
    ...paragraphs(text),
    ...(items.length > 0 ? [heading(say("heading.items")), list(items)] : []),
    ...(fixed.length > 0 ? [heading(say("heading.rightsNow")), ...fixed] : []),
  ];
}

/** What was searched and with which identifiers, so that somebody can see whether it was enough. */
export function nothingHeldBlocks(
  { language }: AnswerFacts,
  { text, searches }: Of<"nothing_held">,
): readonly LetterBlock[] {
  const say = translator(language, "letter");
  return [...paragraphs(text), heading(say("heading.searched")), ...searchBlocks(searches, language)];
}

/** Every search, with the identifiers that were used and what came of it. */
export function searchBlocks(
  searches: readonly Search[],
  language: AnswerFacts["language"],
): readonly LetterBlock[] {
  const say = translator(language, "letter");
  return searches.map(({ system, terms, result }) =>
    rows([
      { label: say("fact.system"), value: system },
      { label: say("fact.terms"), value: terms },
      { label: say("fact.found"), value: result === "" ? "" : say(`found.${result}`) },
    ]),
  );
}

/** What is refused, on which ground, why, and how both sides were weighed (GDPR Art. 12(4)). */
export function refusedBlocks(
  { language }: AnswerFacts,
  answer: Of<"refused" | "granted_in_part">,
): readonly LetterBlock[] {
  const say = translator(language, "letter");
  return [
    ...(answer.outcome === "refused" ? paragraphs(answer.text) : []),
    heading(say("heading.refused")),
    ...answer.refusals.flatMap((part) => refusalBlocks(part, language)),
  ];
}

function refusalBlocks(part: StatedRefusal, language: AnswerFacts["language"]): readonly LetterBlock[] {
  const say = translator(language, "letter");
  if (part.finding) {
    return [...groundBlocks(part, language), ...findingBlocks(part.finding, language, part.reasons ?? "")];
  }
  return [
    ...groundBlocks(part, language, part.provision ?? ""),
    heading(say("heading.reasons")),
    ...paragraphs(part.reasons),
    ...(part.balancing ? [heading(say("heading.balancing")), ...paragraphs(part.balancing)] : []),
  ];
}

/** What is refused, and by which provision. */
function groundBlocks(
  { what, ground }: Pick<StatedRefusal, "what" | "ground">,
  language: AnswerFacts["language"],
  provision = "",
): readonly LetterBlock[] {
  const say = translator(language, "letter");
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
