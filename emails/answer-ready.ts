import { link, type MailContent, paragraph, small, type Template } from "@/emails/content";
import { linkLasts, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";

export const TEMPLATE: Template = { name: "answer-ready", version: 1 };

export type AnswerReadyFacts = RequesterMail & {
  readonly reference: string;
  readonly openUrl: string;
  readonly linkHours: number;
};

/** The answer can be read; neither it nor what it says is in the mail. */
export function answerReadyMail(of: AnswerReadyFacts): MailContent {
  const { language } = of;
  const say = wordsOf(of, "mail");
  const controller = of.sender.settings.name;
  return requestMail(of, say("answerReady.subject", { controller }), [
    paragraph(say("answerReady.intro", { reference: of.reference })),
    link(say("answerReady.link"), of.openUrl),
    small(linkLasts(of.linkHours, language)),
    small(say("answerReady.private")),
  ]);
}
