import { facts, type MailContent, paragraph, quietLink, type Template } from "@/emails/content";
import { questionWords } from "@/emails/question";
import { footer, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";

export const TEMPLATE: Template = { name: "question-by-post", version: 1 };

/**
 * A question to a requester without an email address: the letter holds the question itself, and how to answer it.
 * @param of.stopsTime the question itself says what it does to the time (emails/question-pause.ts)
 */
export function questionByPost(
  of: RequesterMail & { readonly reference: string; readonly question: string; readonly stopsTime?: true },
): MailContent {
  const { sender } = of;
  const say = wordsOf(of, "post");
  const body = [
    facts([{ label: say("line.reference"), value: of.reference }]),
    paragraph(say("question.intro", { reference: of.reference })),
    ...of.question.split(/\n{2,}/).map(paragraph),
    paragraph(say("question.answer")),
    ...(of.stopsTime ? [] : [paragraph(say("question.clock"))]),
  ];
  const foot = [
    ...footer(of).filter((block) => block.kind === "facts"),
    quietLink(say("line.portalNotice"), sender.portalNoticeUrl),
  ];
  return requestMail(of, say("question.subject"), body, questionWords(of), foot);
}
