import { heading, letter, paragraph, rows } from "@/emails/letters/blocks";
import type { ControllerSettings } from "@/lib/domain/controller/settings";
import type { TaskFacts, TaskKind } from "@/lib/domain/decision/task";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import type { Letter } from "@/lib/domain/notice/letter";
import type { Template } from "@/lib/domain/notice/mail-content";
import { ownWords, type WordingKind, type Wordings } from "@/lib/domain/notice/wording";
import { controllerRows } from "@/lib/i18n/contact-rows";
import { formatDate } from "@/lib/i18n/format";
import { translatorUnder } from "@/lib/i18n/law-words";

export const TEMPLATE: Template = { name: "task-letter", version: 1 };

/** Tasks that are done by writing to somebody who is neither the requester nor one of us. */
const LETTERS = ["tell_recipient", "tell_publisher", "instruct_processors", "transmit"] as const;
type LetterKind = (typeof LETTERS)[number];

/** Which of the controller's own words stand around each. */
const WORDING_OF = {
  tell_recipient: "to_recipients",
  instruct_processors: "to_processors",
  tell_publisher: "to_controllers",
  transmit: "to_controllers",
} as const satisfies Readonly<Record<LetterKind, WordingKind>>;

export function hasLetter(kind: TaskKind): kind is LetterKind {
  return LETTERS.some((each) => each === kind);
}

export type TaskLetterFacts = {
  readonly kind: LetterKind;
  readonly settings: ControllerSettings;
  readonly wordings: Wordings;
  readonly language: Language;
  readonly reference: string;
  readonly task: TaskFacts;
  /** Whose data it is: name and how the receiver can find them. */
  readonly person: { readonly name: string; readonly email: string; readonly identifiers: string };
  readonly on: IsoDate;
  readonly confirmBy: IsoDate;
};

/**
 * The letter to a recipient (GDPR Art. 19), a controller that publishes on (17(2)), a processor (28(3)(e)) or the
 * controller that gets the data (20(2)): what was done, whose data it is, what is asked of them, and by when they
 * confirm. It is sent by staff, who record the proof.
 */
export function taskLetter(of: TaskLetterFacts): Letter {
  const { kind, language, task, person } = of;
  const say = translatorUnder(of.settings.profile, language, "tasks");
  const controller = of.settings.name;
  const action = task.what === "" ? "" : say(`letter.what.${task.what}`);
  return letter(
    { title: say(`letter.title.${kind}`), language, template: TEMPLATE },
    ownWords(of.wordings, WORDING_OF[kind], { controller, reference: of.reference }),
    [
      rows([
        { label: say("letter.to"), value: task.who },
        { label: say("letter.date"), value: formatDate(of.on, language) },
        { label: say("letter.reference"), value: of.reference },
      ]),
      paragraph(say(`letter.lead.${kind}`, { controller })),
      rows([
        { label: say("letter.action"), value: action },
        { label: say("letter.person"), value: person.name },
        { label: say("letter.email"), value: person.email },
        { label: say("letter.identifiers"), value: person.identifiers },
      ]),
      heading(say("letter.askTitle")),
      paragraph(say(`letter.ask.${kind}`)),
      paragraph(say("letter.confirm", { date: formatDate(of.confirmBy, language) })),
      paragraph(say(`letter.law.${kind}`)),
    ],
    [heading(say("letter.sender")), rows(controllerRows(of.settings, language))],
  );
}
