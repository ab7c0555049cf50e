import { heading, paragraph, rows } from "@/emails/letters/blocks";
import type { Balancing, ReadyObjection } from "@/lib/domain/decision/demands/objection";
import type { ReadyStop } from "@/lib/domain/decision/demands/stopped";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { formatDate } from "@/lib/i18n/format";
import { type Basis, part, recipientList } from "./basis";

/** What stopped, from when, and what follows (GDPR Art. 7(3), 21(2)-(3)); to who may not know more, only from when. */
export function stopBlocks(
  { say, language }: Basis,
  content: ReadyStop<"marketing_objection"> | ReadyStop<"consent_withdrawal">,
): readonly LetterBlock[] {
  const from = { label: say("fact.from"), value: formatDate(content.from, language) };
  if (content.stopped === null) return [paragraph(say("sentence.bareStop")), rows([from])];
  return [
    rows([{ label: say("fact.stopped"), value: content.stopped }, from]),
    ...part(say("heading.follows"), content.follows),
  ];
}

/** What stopped and from when, how both sides were weighed, and disclosure by itself (Art. 21(1)). */
export function objectionBlocks(basis: Basis, content: ReadyObjection): readonly LetterBlock[] {
  const { say, language } = basis;
  return [
    rows([
      { label: say("fact.stopped"), value: content.stopped },
      { label: say("fact.from"), value: formatDate(content.from, language) },
    ]),
    ...balancingBlocks(basis, content),
    ...disclosureBlocks(basis, content),
  ];
}

function disclosureBlocks(basis: Basis, { disclosure, recipients }: ReadyObjection): readonly LetterBlock[] {
  const { say } = basis;
  if (disclosure.is === "not_asked") return [];
  return [
    heading(say("heading.disclosure")),
    paragraph(say(`disclosure.${disclosure.is}`)),
    paragraph(disclosure.text),
    ...recipientList(basis, recipients),
  ];
}

/** The legal basis, the person's situation, the controller's grounds, and the restriction meanwhile. */
export function balancingBlocks(basis: Basis, content: Balancing): readonly LetterBlock[] {
  const { say, language } = basis;
  return [
    heading(say("heading.weighed")),
    rows([
      { label: say("fact.legalBasis"), value: say(`objectionBasis.${content.basis}`) },
      { label: say("fact.situation"), value: content.situation },
      { label: say("fact.compelling"), value: content.compelling },
    ]),
    ...(content.restrictedFrom
      ? [paragraph(say("sentence.restricted", { date: formatDate(content.restrictedFrom, language) }))]
      : []),
  ];
}
