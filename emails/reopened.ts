import { link, type MailContent, paragraph, small, type Template } from "@/emails/content";
import { linkLasts, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { formatDate } from "@/lib/i18n/format";

export const TEMPLATE: Template = { name: "reopened", version: 2 };

export type ReopenedFacts = RequesterMail & {
  readonly reference: string;
  readonly openUrl: string;
  readonly linkHours: number;
  /** It is a letter: its reader has no page with us, but the letters that they were sent. */
  readonly byPost?: boolean;
  /** The new last day; null where nobody sets one. */
  readonly answerBy: IsoDate | null;
};

/** A closed request is looked at again: what that means, and until when there is an answer. */
export function reopenedMail(of: ReopenedFacts): MailContent {
  const { language, answerBy } = of;
  const say = wordsOf(of, "tasks");
  return requestMail(of, say("mail.reopened.subject", { controller: of.sender.settings.name }), [
    paragraph(say(`mail.reopened.${of.byPost ? "introByPost" : "intro"}`, { reference: of.reference })),
    ...(answerBy ? [paragraph(say("mail.reopened.until", { date: formatDate(answerBy, language) }))] : []),
    ...(of.byPost
      ? []
      : [link(say("mail.reopened.link"), of.openUrl), small(linkLasts(of.linkHours, language))]),
  ]);
}
