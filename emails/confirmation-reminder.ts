import { link, type MailContent, paragraph, small, type Template } from "@/emails/content";
import { linkLasts, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";
import { formatList } from "@/lib/i18n/format";

export const TEMPLATE: Template = { name: "confirmation-reminder", version: 1 };

export type ConfirmationReminderFacts = RequesterMail & {
  /** Of every request of the filing. */
  readonly references: readonly string[];
  readonly confirmUrl: string;
  readonly linkHours: number;
};

/** The one reminder that an address is not confirmed: the request is worked on, only its answer needs the address. */
export function confirmationReminderMail(of: ConfirmationReminderFacts): MailContent {
  const { language } = of;
  const say = wordsOf(of, "mail");
  const controller = of.sender.settings.name;
  const references = formatList(of.references, language);
  return requestMail(of, say("confirmationReminder.subject", { controller }), [
    paragraph(say("confirmationReminder.intro", { controller, references })),
    paragraph(say("confirmationReminder.why")),
    link(say("confirmationReminder.link"), of.confirmUrl),
    small(`${linkLasts(of.linkHours, language)} ${say("line.notYou")}`),
    small(say("confirmationReminder.once")),
  ]);
}
