import { link, type MailContent, paragraph, small, type Template } from "@/emails/content";
import { linkLasts, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";

export const TEMPLATE: Template = { name: "restriction-lifting", version: 3 };

export type RestrictionLiftingFacts = RequesterMail & {
  readonly reference: string;
  readonly openUrl: string;
  readonly linkHours: number;
  /** What the person is told, where it goes as a letter and there is no page behind a link. */
  readonly letter?: string;
};

/** Before a restriction is lifted the person is told (GDPR Art. 18(3)); why stands behind the link, not in the mail. */
export function restrictionLiftingMail(of: RestrictionLiftingFacts): MailContent {
  const { language } = of;
  const say = wordsOf(of, "tasks");
  return requestMail(of, say("mail.lifting.subject", { controller: of.sender.settings.name }), [
    paragraph(
      say(`mail.lifting.${of.letter === undefined ? "intro" : "introByPost"}`, { reference: of.reference }),
    ),
    paragraph(say("mail.lifting.law")),
    ...(of.letter === undefined
      ? [link(say("mail.lifting.link"), of.openUrl), small(linkLasts(of.linkHours, language))]
      : [paragraph(of.letter)]),
  ]);
}
