import { heading, letter, paragraph, paragraphs, rows } from "@/emails/letters/blocks";
import type { MailSender } from "@/emails/sender";
import { wordsOf } from "@/emails/sender";
import type { ExtensionText } from "@/lib/domain/clock/extension-reasons";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import type { Right } from "@/lib/domain/kernel/right";
import type { Letter, LetterBlock } from "@/lib/domain/notice/letter";
import type { Template } from "@/lib/domain/notice/mail-content";
import { NO_WORDS, type OwnWords, ownWords } from "@/lib/domain/notice/wording";
import { authorityRows, controllerRows } from "@/lib/i18n/contact-rows";
import { formatDate } from "@/lib/i18n/format";
import { fixedBlocks } from "@/lib/i18n/legal/legal-text";

export const TEMPLATE: Template = { name: "extension-letter", version: 2 };

/** All that the letter of an extension is made from. */
export type ExtensionLetterFacts = {
  readonly sender: MailSender;
  readonly language: Language;
  readonly reference: string;
  /** Of the requester. */
  readonly name: string;
  readonly right: Right;
  readonly receivedOn: IsoDate;
  readonly writtenOn: IsoDate;
  readonly oldDate: IsoDate | null;
  /** Null where it comes too late to extend anything: then the letter says that, and claims no extension. */
  readonly newDate: IsoDate | null;
  /** The time stands still for a question: the days until the answer come on top. */
  readonly standsStill: boolean;
  readonly text: ExtensionText;
};

/**
 * The letter of the one extension: that the time is extended, the reasons, until when, what is done already (but not to
 * a reader whom nobody knows yet), that there
 * is no second one, and where to complain (GDPR Art. 12(3); law.md 3 D).
 */
export function extensionLetter(of: ExtensionLetterFacts): Letter {
  const { language, text, newDate } = of;
  const say = wordsOf(of, "timing");
  return letter(
    { title: say(newDate ? "letter.title" : "letter.lateTitle"), language, template: TEMPLATE },
    own(of),
    [
      head(of),
      ...lead(of),
      heading(say("letter.reasons")),
      paragraph(say("letter.reasonsLead")),
      { kind: "list", items: text.reasons.map((reason) => say(`reason.${reason}`)) },
      ...paragraphs(text.specific),
      ...(text.done.trim() === "" ? [] : [heading(say("letter.done")), ...paragraphs(text.done)]),
      ...(newDate ? [paragraph(say("letter.once"))] : []),
      ...complaint(of),
    ],
    [heading(wordsOf(of, "letter")("heading.sender")), rows(controllerRows(of.sender.settings, language))],
  );
}

/** None where nothing is extended: the controller's words were written for a letter that extends. */
function own(of: ExtensionLetterFacts): OwnWords {
  const { sender, language, name, newDate, receivedOn, reference, right } = of;
  if (!newDate) return NO_WORDS;
  return ownWords(sender.wordings, "extension", {
    ...{ controller: sender.settings.name, reference, name },
    right: wordsOf(of, "letter")(`right.${right}`),
    received: formatDate(receivedOn, language),
  });
}

function head(of: ExtensionLetterFacts) {
  const { language, reference, right, receivedOn, writtenOn, oldDate, newDate } = of;
  const words = wordsOf(of, "letter");
  const say = wordsOf(of, "timing");
  const date = (on: IsoDate | null) => (on ? formatDate(on, language) : "");
  return rows([
    { label: words("fact.reference"), value: reference },
    { label: words("fact.right"), value: words(`right.${right}`) },
    { label: words("fact.received"), value: date(receivedOn) },
    { label: say("letter.written"), value: date(writtenOn) },
    { label: say("letter.oldDate"), value: date(oldDate) },
    { label: say("letter.newDate"), value: date(newDate) },
  ]);
}

function lead(of: ExtensionLetterFacts): readonly LetterBlock[] {
  const { language, newDate, oldDate, standsStill } = of;
  const say = wordsOf(of, "timing");
  const date = (on: IsoDate | null) => (on ? formatDate(on, language) : "");
  if (!newDate) return [paragraph(say("letter.lateLead", { date: date(oldDate) }))];
  return [
    paragraph(say("letter.lead", { date: date(newDate) })),
    ...(standsStill ? [paragraph(say("letter.standsStill"))] : []),
  ];
}

function complaint(of: ExtensionLetterFacts): readonly LetterBlock[] {
  const { language, sender } = of;
  const { authority, settings } = sender;
  if (!authority) return [];
  return [
    heading(wordsOf(of, "letter")("heading.authority")),
    ...fixedBlocks(settings.profile, "complaint-authority", language),
    rows(authorityRows(authority, language)),
  ];
}
