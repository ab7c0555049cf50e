import { link, type MailContent, mail, paragraph, small, type Template } from "@/emails/content";
import { footer, linkLasts, type RequesterMail, wordsOf } from "@/emails/sender";

export const TEMPLATE: Template = { name: "question", version: 1 };

export type QuestionFacts = RequesterMail & {
  readonly reference: string;
  readonly openUrl: string;
  readonly linkHours: number;
};

/** We have a question; what it is stands behind the link, not in the mail. */
export function questionMail(of: QuestionFacts): MailContent {
  const { language } = of;
  const say = wordsOf(of, "mail");
  const controller = of.sender.settings.name;
  return mail(language, say("question.subject", { controller }), [
    paragraph(say("question.intro", { reference: of.reference })),
    link(say("question.link"), of.openUrl),
    small(linkLasts(of.linkHours, language)),
    paragraph(say("question.clock")),
    ...footer(of),
  ]);
}
