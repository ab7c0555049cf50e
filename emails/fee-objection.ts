import { link, type MailContent, paragraph, small, type Template } from "@/emails/content";
import { linkLasts, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { formatDate } from "@/lib/i18n/format";

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

/**
 * As `feeObjectionMail`, for print: the letter holds the answer itself and, where the fee stands, the new day by which
 * to say what one chooses.
 */
export function feeObjectionByPost(
  of: RequesterMail & {
    readonly reference: string;
    readonly text: string;
    /** Null where no fee is charged any more. */
    readonly answerBy: IsoDate | null;
  },
): MailContent {
  const { language, reference, answerBy } = of;
  const say = wordsOf(of, "fee");
  return requestMail(of, say("mail.objection.subject", { controller: of.sender.settings.name }), [
    paragraph(say("mail.objection.introByPost", { reference })),
    ...of.text.split(/\n{2,}/).map(paragraph),
    paragraph(
      answerBy
        ? say("mail.objection.stands", { date: formatDate(answerBy, language) })
        : say("mail.objection.falls"),
    ),
  ]);
}
