import { facts, type MailContent, mail, paragraph, quietLink, type Template } from "@/emails/content";
import { footer, type RequesterMail, wordsOf } from "@/emails/sender";

export const TEMPLATE: Template = { name: "question-by-post", version: 1 };

/** A question to a requester without an email address: the letter holds the question itself, and how to answer it. */
export function questionByPost(
  of: RequesterMail & { readonly reference: string; readonly question: string },
): MailContent {
  const { language, sender } = of;
  const say = wordsOf(of, "post");
  return mail(language, say("question.subject"), [
    facts([{ label: say("line.reference"), value: of.reference }]),
    paragraph(say("question.intro", { reference: of.reference })),
    ...of.question.split(/\n{2,}/).map(paragraph),
    paragraph(say("question.answer")),
    paragraph(say("question.clock")),
    ...footer(of).filter((block) => block.kind === "facts"),
    quietLink(say("line.portalNotice"), sender.portalNoticeUrl),
  ]);
}
