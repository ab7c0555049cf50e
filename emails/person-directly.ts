import { link, type MailContent, paragraph, small, type Template } from "@/emails/content";
import { linkLasts, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";

export const TEMPLATE: Template = { name: "person-directly", version: 1 };

export type PersonDirectlyFacts = RequesterMail & {
  readonly reference: string;
  readonly confirmUrl: string;
  readonly linkHours: number;
};

/** Somebody asked in a person's name; they are answered themselves, once they have confirmed the address. */
export function personDirectlyMail(of: PersonDirectlyFacts): MailContent {
  const { language } = of;
  const say = wordsOf(of, "mail");
  const controller = of.sender.settings.name;
  return requestMail(of, say("personDirectly.subject", { controller }), [
    paragraph(say("personDirectly.intro", { controller, reference: of.reference })),
    link(say("personDirectly.link"), of.confirmUrl),
    small(`${linkLasts(of.linkHours, language)} ${say("line.notYou")}`),
  ]);
}
