import { facts, oneLine, paragraph as said } from "@/emails/content";
import { heading, letter, paragraph, paragraphs, rows } from "@/emails/letters/blocks";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import type { LetterTaskKind, TaskFacts } from "@/lib/domain/decision/task";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import type { Letter } from "@/lib/domain/notice/letter";
import type { MailContent, Template } from "@/lib/domain/notice/mail-content";
import { ownWords, type WordingKind, type Wordings } from "@/lib/domain/notice/wording";
import { controllerRows } from "@/lib/i18n/contact-rows";
import { formatDate } from "@/lib/i18n/format";
import { translatorUnder } from "@/lib/i18n/law-words";

export const TEMPLATE: Template = { name: "task-letter", version: 2 };

/** Which of the controller's own words stand around each. */
const WORDING_OF = {
  tell_recipient: "to_recipients",
  instruct_processors: "to_processors",
  tell_publisher: "to_controllers",
  transmit: "to_controllers",
} as const satisfies Readonly<Record<LetterTaskKind, WordingKind>>;

export type TaskLetterFacts = {
  readonly kind: LetterTaskKind;
  readonly settings: ControllerSettings;
  readonly wordings: Wordings;
  readonly language: Language;
  readonly reference: string;
  /** What was done: a code of the task. */
  readonly what: TaskFacts["what"];
  /** Whose data it is: the name, and by what the receiver finds them. Nothing else of the person. */
  readonly person: { readonly name: string; readonly identifiers: string };
  /** What staff write besides. */
  readonly note: string;
  readonly confirmBy: IsoDate;
};

/**
 * The letter to a recipient (GDPR Art. 19), a controller that publishes on (17(2)), a processor (28(3)(e)) or the
 * controller that gets the data (20(2)): what was done, whose data it is, what is asked of them, and by when they
 * confirm.
 */
export function taskLetter(of: TaskLetterFacts): Letter {
  const { kind, language, what, person, note } = of;
  const say = translatorUnder(of.settings.profile, language, "tasks");
  const controller = of.settings.name;
  return letter(
    { title: say(`letter.title.${kind}`), language, template: TEMPLATE },
    ownWords(of.wordings, WORDING_OF[kind], { controller, reference: of.reference }),
    [
      paragraph(say(`letter.lead.${kind}`, { controller })),
      rows([
        { label: say("letter.action"), value: what === "" ? "" : say(`letter.what.${what}`) },
        { label: say("letter.person"), value: person.name },
        { label: say("letter.identifiers"), value: person.identifiers },
        { label: say("letter.reference"), value: of.reference },
      ]),
      ...paragraphs(note),
      heading(say("letter.askTitle")),
      paragraph(say(`letter.ask.${kind}`)),
      paragraph(
        say(kind === "transmit" ? "letter.reply" : "letter.confirm", {
          date: formatDate(of.confirmBy, language),
        }),
      ),
      paragraph(say(`letter.law.${kind}`)),
    ],
    [heading(say("letter.sender")), rows(controllerRows(of.settings, language))],
  );
}

/** The same letter as a mail. Its subject says who writes and about what kind of thing, and names nobody. */
export function taskLetterMail(of: TaskLetterFacts): MailContent {
  const { title, blocks, language, ...wording } = taskLetter(of);
  const { template: _, ...version } = wording;
  const subject = oneLine(`${of.settings.name}: ${title} (${of.reference})`);
  return { subject, language, ...version, blocks: blocks.map(asMailed) };
}

function asMailed(block: Letter["blocks"][number]): MailContent["blocks"][number] {
  switch (block.kind) {
    case "facts":
      return facts(block.rows);
    case "paragraph":
      return block;
    case "heading":
      return said(`${block.text}:`);
    case "fixed":
      return said(block.text);
    case "list":
      return said(block.items.join("\n"));
  }
}
