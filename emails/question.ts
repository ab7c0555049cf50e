import { link, type MailContent, mail, paragraph, small, type Template } from "@/emails/content";
import { footer, linkLasts, type RequesterMail } from "@/emails/sender";
import { translator } from "@/lib/i18n/translator";

export const TEMPLATE: Template = { name: "question", version: 1 };

export type QuestionFacts = RequesterMail & {
  readonly reference: string;
  readonly openUrl: string;
  readonly linkHours: number;
};

/** We have a question; what it is stands behind the link, not in the mail. */
export function questionMail(of: QuestionFacts): MailContent {
  const { language } = of;
  const say = translator(language, "mail");
  const controller = of.sender.settings.name;
  return mail(language, say("question.subject", { controller }), [
    paragraph(say("question.intro", { reference: of.reference })),
    link(say("question.link"), of.openUrl),
    small(linkLasts(of.linkHours, language)),
    paragraph(say("question.clock")),
    ...footer(of),
  ]);
}
