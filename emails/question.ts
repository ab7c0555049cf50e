import { link, type MailContent, paragraph, small, type Template } from "@/emails/content";
import { linkLasts, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";
import { ownWords } from "@/lib/domain/notice/wording";

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
  return requestMail(
    of,
    say("question.subject", { controller }),
    [
      paragraph(say("question.intro", { reference: of.reference })),
      link(say("question.link"), of.openUrl),
      small(linkLasts(of.linkHours, language)),
      paragraph(say("question.clock")),
    ],
    questionWords(of),
  );
}

/** What the controller says around any question; never the question itself. */
export function questionWords({ sender, reference }: RequesterMail & { readonly reference: string }) {
  return ownWords(sender.wordings, "question", { controller: sender.settings.name, reference });
}
