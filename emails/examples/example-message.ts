import { closedUnconfirmedMail } from "@/emails/closed-unconfirmed";
import { exampleAnswer } from "@/emails/examples/example-answer";
import { exampleFee } from "@/emails/examples/example-fee";
import { forwardedMail } from "@/emails/forwarded";
import { extensionLetter } from "@/emails/letters/extension-letter";
import { identityLetter } from "@/emails/letters/identity-letter";
import { taskLetter } from "@/emails/letters/task-letter";
import { forwardedToCustomerMail } from "@/emails/post/forwarded-to-customer";
import { questionMail } from "@/emails/question";
import { receiptMail } from "@/emails/receipt";
import type { MailSender } from "@/emails/sender";
import { withdrawalConfirmedMail } from "@/emails/withdrawal-confirmed";
import { addDays, day, iso } from "@/lib/domain/clock/dates";
import type { Authority } from "@/lib/domain/controller/settings";
import type { Who } from "@/lib/domain/intake/filing";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import type { Right } from "@/lib/domain/kernel/right";
import type { Letter } from "@/lib/domain/notice/letter";
import type { MailContent } from "@/lib/domain/notice/mail-content";
import type { WordingKind } from "@/lib/domain/notice/wording";
import { translator } from "@/lib/i18n/translator";

export type ExampleOf = {
  readonly sender: MailSender & { readonly authority: Authority };
  readonly language: Language;
  /** The day on which it is written; everything else happened before or comes after. */
  readonly on: IsoDate;
  /** "https://dsar.example.org", and where a new request begins: "https://dsar.example.org/{slug}". */
  readonly baseUrl: string;
  readonly startUrl: string;
};

const REFERENCE = "7KQ2M-4TX9P-V";
const LINK_HOURS = 168;
const WHO: Omit<Who, "name"> = {
  ...{ email: "", postalAddress: "", phone: "", onBehalf: "self", subjectName: "", authority: "" },
  ...{ relationship: "customer", identifiers: "" },
};

/**
 * A whole message of a kind, made from invented facts by what makes the real ones; null where the controller's law knows
 * no such message.
 */
export function exampleMessage(kind: WordingKind, of: ExampleOf): MailContent | Letter | null {
  const { sender, language, on } = of;
  const { settings, wordings, authority } = sender;
  const say = translator(language, "wording");
  const name = say("example.name");
  const receivedOn = daysFrom(on, -20);
  const link = { reference: REFERENCE, openUrl: `${of.baseUrl}/c/EXAMPLE`, linkHours: LINK_HOURS };
  const mail = { sender, language, ...link, startUrl: of.startUrl, receivedOn };
  const letter = {
    settings,
    wordings,
    authority,
    language,
    reference: REFERENCE,
    name,
    actsFor: "",
    appealUrl: "",
    receivedOn,
  };
  const asked = { ...letter, right: "rectification" as const };
  switch (kind) {
    case "receipt":
      return receipt(of, "rectification");
    case "complaint_receipt":
      return receipt(of, "complaint");
    case "question":
      return questionMail(mail);
    case "withdrawal_confirmed":
      return withdrawalConfirmedMail({ ...mail, withdrawnOn: on });
    case "closed_unconfirmed":
      return closedUnconfirmedMail({ ...mail, closedOn: on });
    case "forwarded":
      return forwardedMail(mail);
    case "to_customer":
      return toCustomer(of, name);
    case "identity_request":
      return identityLetter({
        ...{
          ...asked,
          askedOn: on,
          category: "other",
          methods: ["account", "known_address"],
          effect: "pause",
        },
        ...{ doubt: say("example.doubt"), needed: say("example.needed") },
      });
    case "extension":
      return extensionLetter({
        ...{ ...asked, sender, writtenOn: on, oldDate: daysFrom(on, 10), newDate: daysFrom(on, 70) },
        standsStill: false,
        text: { reasons: ["many_systems"], specific: say("example.specific"), done: say("example.done") },
      });
    case "fee_notice":
      return exampleFee({ ...letter, writtenOn: on, answerBy: daysFrom(on, 10) });
    case "answer_granted":
      return exampleAnswer("granted", { ...letter, decidedOn: on, lateSince: null, decidedBy: "officer" });
    case "answer_granted_in_part":
      return exampleAnswer("granted_in_part", {
        ...letter,
        decidedOn: on,
        lateSince: null,
        decidedBy: "officer",
      });
    case "answer_refused":
      return exampleAnswer("refused", { ...letter, decidedOn: on, lateSince: null, decidedBy: "officer" });
    case "answer_nothing_held":
      return exampleAnswer("nothing_held", {
        ...letter,
        decidedOn: on,
        lateSince: null,
        decidedBy: "officer",
      });
    case "to_recipients":
      return toOthers(of, "tell_recipient", name);
    case "to_processors":
      return toOthers(of, "instruct_processors", name);
    case "to_controllers":
      return toOthers(of, "tell_publisher", name);
  }
}

function daysFrom(on: IsoDate, days: number): IsoDate {
  return iso(addDays(day(on), days));
}

function receipt({ sender, language, on, baseUrl }: ExampleOf, right: Right): MailContent {
  const by = right === "complaint" ? "promised" : "statutory";
  const answerBy = { on: daysFrom(on, 30), by } as const;
  return receiptMail({
    ...{ sender, language, zone: sender.settings.zone, receivedAt: `${on}T09:00:00Z` },
    ...{ confirmUrl: `${baseUrl}/c/EXAMPLE`, linkHours: LINK_HOURS, myUrl: `${baseUrl}/my` },
    requests: [{ reference: REFERENCE, right, answerBy, stopsAtOnce: false, why: "" }],
  });
}

function toCustomer({ sender, language, on }: ExampleOf, name: string): MailContent {
  const say = translator(language, "wording");
  return forwardedToCustomerMail({
    ...{ sender, language, reference: REFERENCE, customer: say("example.other"), right: "rectification" },
    ...{ receivedAt: `${on}T09:00:00Z`, zone: sender.settings.zone, who: { ...WHO, name } },
    ...{ text: say("example.asked"), note: "" },
  });
}

function toOthers(
  { sender, language, on }: ExampleOf,
  kind: "tell_recipient" | "instruct_processors" | "tell_publisher",
  name: string,
): Letter {
  const { settings, wordings } = sender;
  return taskLetter({
    ...{ kind, settings, wordings, language, reference: REFERENCE, confirmBy: daysFrom(on, 14) },
    ...{ what: "rectified", person: { name, identifiers: "" }, note: "" },
  });
}
