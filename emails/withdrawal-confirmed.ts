import { link, type MailContent, paragraph, type Template } from "@/emails/content";
import { type RequesterMail, requestMail, wordsOf } from "@/emails/sender";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { ownWords } from "@/lib/domain/notice/wording";
import { formatDate } from "@/lib/i18n/format";

export const TEMPLATE: Template = { name: "withdrawal-confirmed", version: 1 };

export type WithdrawalConfirmedFacts = RequesterMail & {
  readonly reference: string;
  readonly withdrawnOn: IsoDate;
  /** Where a new request begins: "https://dsar.example.org/{slug}". */
  readonly startUrl: string;
};

/** A request was taken back, and how to ask again. */
export function withdrawalConfirmedMail(of: WithdrawalConfirmedFacts): MailContent {
  const { language } = of;
  const say = wordsOf(of, "mail");
  const controller = of.sender.settings.name;
  const date = formatDate(of.withdrawnOn, language);
  const { reference } = of;
  return requestMail(
    of,
    say("withdrawalConfirmed.subject", { controller }),
    [
      paragraph(say("withdrawalConfirmed.intro", { reference, date })),
      paragraph(say("withdrawalConfirmed.again")),
      link(say("withdrawalConfirmed.link"), of.startUrl),
      paragraph(say("withdrawalConfirmed.notYou")),
    ],
    ownWords(of.sender.wordings, "withdrawal_confirmed", { controller, reference, withdrawn: date }),
  );
}
