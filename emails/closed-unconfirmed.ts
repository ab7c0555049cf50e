import { facts, link, type MailBlock, type MailContent, paragraph, type Template } from "@/emails/content";
import { type MailSender, onOneLine, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";
import type { Authority } from "@/lib/domain/controller/settings";
import type { IsoDate } from "@/lib/domain/kernel/date";
import { ownWords } from "@/lib/domain/notice/wording";
import { authorityRows } from "@/lib/i18n/contact-rows";
import { formatDate } from "@/lib/i18n/format";
import { fixedBlocks } from "@/lib/i18n/legal/legal-text";
import type { LegalNotice } from "@/lib/i18n/legal/texts";

export const TEMPLATE: Template = { name: "closed-unconfirmed", version: 1 };

export type ClosedUnconfirmedFacts = RequesterMail & {
  /** To close a request without an answer is to refuse it: the authority must be named (GDPR Art. 12(4)). */
  readonly sender: MailSender & { readonly authority: Authority };
  readonly reference: string;
  readonly receivedOn: IsoDate;
  readonly closedOn: IsoDate;
  /** Where a new request begins: "https://dsar.example.org/{slug}". */
  readonly startUrl: string;
};

/**
 * The letter of a request whose address was never confirmed. It goes to that very address, so it says no
 * more than reference and dates, why it is closed, how to ask again, the authority and the court.
 */
export function closedUnconfirmedMail(of: ClosedUnconfirmedFacts): MailContent {
  const { language, reference } = of;
  const say = wordsOf(of, "mail");
  const letter = wordsOf(of, "letter");
  const { authority, settings } = of.sender;
  const controller = settings.name;
  const received = formatDate(of.receivedOn, language);
  const closed = formatDate(of.closedOn, language);
  const rows = authorityRows(authority, language);
  return requestMail(
    of,
    say("closedUnconfirmed.subject", { reference, controller }),
    [
      paragraph(say("closedUnconfirmed.intro", { reference, controller, received, closed })),
      ...fixed(of, "address-not-confirmed"),
      paragraph(say("closedUnconfirmed.again")),
      link(say("closedUnconfirmed.link"), of.startUrl),
      ...fixed(of, "complaint-authority"),
      facts(rows.map(({ label, value }) => ({ label, value: onOneLine(value) }))),
      ...fixed(of, "court-remedy"),
      paragraph(letter("sentence.internal")),
    ],
    ownWords(of.sender.wordings, "closed_unconfirmed", { controller, reference, received }),
  );
}

function fixed({ language, sender }: ClosedUnconfirmedFacts, notice: LegalNotice): readonly MailBlock[] {
  return fixedBlocks(sender.settings.profile, notice, language).flatMap((block) =>
    block.kind === "fixed" ? [paragraph(block.text)] : [],
  );
}
