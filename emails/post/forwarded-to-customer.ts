import { facts, type MailContent, paragraph, type Template } from "@/emails/content";
import { footer, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";
import type { Who } from "@/lib/domain/intake/filing";
import type { IsoInstant } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import { ownWords } from "@/lib/domain/notice/wording";
import { formatInstant } from "@/lib/i18n/format";

export const TEMPLATE: Template = { name: "forwarded-to-customer", version: 2 };

export type ForwardedToCustomerFacts = RequesterMail & {
  readonly reference: string;
  readonly customer: string;
  readonly right: Right;
  readonly receivedAt: IsoInstant | string;
  readonly zone: string;
  readonly who: Who;
  /** The request as it came, in the person's own words. */
  readonly text: string;
  readonly note: string;
};

/**
 * The letter to the customer-controller whose processor we are. It holds who asks and what: a processor has to help
 * its controller to answer (GDPR Art. 28(3)(e)), and the controller is who the request is for.
 */
export function forwardedToCustomerMail(of: ForwardedToCustomerFacts): MailContent {
  const { language, who } = of;
  const say = wordsOf(of, "post");
  const rights = wordsOf(of, "letter");
  const processor = of.sender.settings.name;
  const received = formatInstant(of.receivedAt, of.zone, language);
  const body = [
    paragraph(say("toCustomer.intro", { processor, customer: of.customer, received })),
    facts([
      { label: say("line.reference"), value: of.reference },
      { label: say("toCustomer.right"), value: rights(`right.${of.right}`) },
      { label: say("toCustomer.received"), value: received },
      { label: say("toCustomer.name"), value: who.name },
      { label: say("line.email"), value: who.email },
      { label: say("line.address"), value: who.postalAddress.replaceAll("\n", ", ") },
      { label: say("toCustomer.phone"), value: who.phone },
      { label: say("toCustomer.subjectName"), value: who.subjectName },
      { label: say("toCustomer.authority"), value: who.authority },
      { label: say("toCustomer.identifiers"), value: who.identifiers },
    ]),
    ...(of.text === ""
      ? []
      : [paragraph(say("toCustomer.asWritten")), ...of.text.split(/\n{2,}/).map(paragraph)]),
    ...(of.note === "" ? [] : [paragraph(say("toCustomer.note")), paragraph(of.note)]),
    paragraph(say("toCustomer.clock", { received })),
    paragraph(say("toCustomer.help")),
    paragraph(say("toCustomer.why")),
  ];
  return requestMail(
    of,
    say("toCustomer.subject", { processor, reference: of.reference }),
    body,
    ownWords(of.sender.wordings, "to_customer", { controller: processor, reference: of.reference }),
    footer(of).filter((block) => block.kind === "facts"),
  );
}
