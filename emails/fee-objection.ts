import { link, type MailContent, paragraph, small, type Template } from "@/emails/content";
import { linkLasts, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";

export const TEMPLATE: Template = { name: "fee-objection", version: 1 };

export type FeeObjectionFacts = RequesterMail & {
  readonly reference: string;
  readonly openUrl: string;
  readonly linkHours: number;
};

/** An objection to a fee has been answered; the answer stands behind the link. */
export function feeObjectionMail(of: FeeObjectionFacts): MailContent {
  const { language, reference } = of;
  const say = wordsOf(of, "fee");
  const controller = of.sender.settings.name;
  return requestMail(of, say("mail.objection.subject", { controller }), [
    paragraph(say("mail.objection.intro", { reference })),
    link(say("mail.objection.link"), of.openUrl),
    small(linkLasts(of.linkHours, language)),
  ]);
}
