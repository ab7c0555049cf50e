import type { AnswerFacts } from "@/emails/letters/answer-facts";
import { letter, paragraph, rows } from "@/emails/letters/blocks";
import { remedyBlocks, senderBlocks } from "@/emails/letters/closing";
import { grantedBlocks, nothingHeldBlocks, refusedBlocks } from "@/emails/letters/findings";
import type { Letter, LetterBlock } from "@/lib/domain/notice/letter";
import type { Template } from "@/lib/domain/notice/mail-content";
import { type OwnWords, ownWords } from "@/lib/domain/notice/wording";
import { formatDate } from "@/lib/i18n/format";
import { translatorUnder } from "@/lib/i18n/law-words";
import { fixedBlocks } from "@/lib/i18n/legal/legal-text";

export const TEMPLATE: Template = { name: "answer-letter", version: 4 };

/** The letter that answers a request: what was asked, decided and why, what can be done about it, who answers. */
export function answerLetter(of: AnswerFacts): Letter {
  const { settings, language, right, answer } = of;
  const say = translatorUnder(settings.profile, language, "letter");
  const closed = answer.outcome === "address_not_confirmed";
  return letter(
    { title: say(closed ? "closedTitle" : `title.${right}`), language, template: TEMPLATE },
    own(of),
    [head(of), ...body(of), ...remedyBlocks(of)],
    senderBlocks(of),
  );
}

function own({
  answer,
  language,
  name,
  reference,
  right,
  receivedOn,
  settings,
  wordings,
}: AnswerFacts): OwnWords {
  const of = { controller: settings.name, reference, received: formatDate(receivedOn, language) };
  if (answer.outcome === "address_not_confirmed") return ownWords(wordings, "closed_unconfirmed", of);
  const asked = translatorUnder(settings.profile, language, "letter")(`right.${right}`);
  return ownWords(wordings, `answer_${answer.outcome}`, { ...of, name, right: asked });
}

function head(of: AnswerFacts): LetterBlock {
  const { settings, language, reference, right, actsFor, receivedOn, decidedOn, answer } = of;
  const say = translatorUnder(settings.profile, language, "letter");
  return rows([
    { label: say("fact.reference"), value: reference },
    { label: say("fact.right"), value: say(`right.${right}`) },
    { label: translatorUnder(settings.profile, language, "identity")("actsFor"), value: actsFor },
    { label: say("fact.received"), value: formatDate(receivedOn, language) },
    { label: say("fact.decided"), value: formatDate(decidedOn, language) },
    { label: say("fact.outcome"), value: say(`outcome.${answer.outcome}`) },
  ]);
}

function body(of: AnswerFacts): readonly LetterBlock[] {
  const { answer, language, settings, lateSince } = of;
  if (answer.outcome === "address_not_confirmed") {
    const notice = of.byPost ? "postal-address-not-confirmed" : "address-not-confirmed";
    return fixedBlocks(settings.profile, notice, language);
  }
  const say = translatorUnder(settings.profile, language, "letter");
  const lead = [
    paragraph(say(`sentence.${answer.outcome}`)),
    ...(lateSince ? [paragraph(say("sentence.late", { date: formatDate(lateSince, language) }))] : []),
  ];
  switch (answer.outcome) {
    case "granted":
      return [...lead, ...grantedBlocks(of, answer)];
    case "nothing_held":
      return [...lead, ...nothingHeldBlocks(of, answer)];
    case "granted_in_part":
      return [...lead, ...grantedBlocks(of, answer), ...refusedBlocks(of, answer)];
    case "refused":
      return [...lead, ...refusedBlocks(of, answer)];
  }
}
