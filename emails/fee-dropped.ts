import { type MailContent, paragraph, type Template } from "@/emails/content";
import { type RequesterMail, requestMail, wordsOf } from "@/emails/sender";

export const TEMPLATE: Template = { name: "fee-dropped", version: 1 };

export type FeeDroppedFacts = RequesterMail & {
  readonly reference: string;
  /** Some of it was paid, and is given back. */
  readonly paid: boolean;
  /** The request has not ended. */
  readonly goesOn: boolean;
};

/** A fee that its requester was told of is not charged: nothing is owed, and the request goes on. The same for print. */
export function feeDroppedMail(of: FeeDroppedFacts): MailContent {
  const say = wordsOf(of, "fee");
  return requestMail(of, say("mail.dropped.subject", { controller: of.sender.settings.name }), [
    paragraph(say("mail.dropped.intro", { reference: of.reference })),
    ...(of.paid ? [paragraph(say("mail.dropped.paid"))] : []),
    ...(of.goesOn ? [paragraph(say("mail.dropped.next"))] : []),
  ]);
}
