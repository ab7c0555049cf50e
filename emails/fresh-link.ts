import { link, type MailContent, paragraph, small, type Template } from "@/emails/content";
import { linkLasts, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";

export const TEMPLATE: Template = { name: "fresh-link", version: 1 };

export type FreshLinkFacts = RequesterMail & {
  readonly reference: string;
  readonly openUrl: string;
  readonly linkHours: number;
};

/** The link that somebody ordered to the page of their filing. */
export function freshLinkMail(of: FreshLinkFacts): MailContent {
  const { language } = of;
  const say = wordsOf(of, "mail");
  const controller = of.sender.settings.name;
  return requestMail(of, say("freshLink.subject", { controller }), [
    paragraph(say("freshLink.intro", { controller, reference: of.reference })),
    link(say("freshLink.link"), of.openUrl),
    small(`${linkLasts(of.linkHours, language)} ${say("freshLink.replaces")} ${say("line.notYou")}`),
  ]);
}
