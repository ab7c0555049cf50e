import { link, type MailContent, paragraph, small, type Template } from "@/emails/content";
import { linkLasts, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { formatDate } from "@/lib/i18n/format";

export const TEMPLATE: Template = { name: "fee-notice", version: 1 };

export type FeeNoticeFacts = RequesterMail & {
  readonly reference: string;
  readonly answerBy: IsoDate;
  readonly openUrl: string;
  readonly linkHours: number;
};

/** There is a fee to choose about; neither how much nor why stands in the mail. */
export function feeNoticeMail(of: FeeNoticeFacts): MailContent {
  const { language, reference } = of;
  const say = wordsOf(of, "fee");
  const controller = of.sender.settings.name;
  return requestMail(of, say("mail.notice.subject", { controller }), [
    paragraph(say("mail.notice.intro", { reference })),
    paragraph(say("mail.notice.choose", { date: formatDate(of.answerBy, language) })),
    link(say("mail.notice.link"), of.openUrl),
    small(linkLasts(of.linkHours, language)),
  ]);
}
