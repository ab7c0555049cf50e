import { facts, type MailContent, paragraph, quietLink, type Template } from "@/emails/content";
import {
  complaintParts,
  lineOf,
  onlyComplains,
  type ReceiptFacts,
  reasons,
  receiptWords,
} from "@/emails/receipt";
import { footer, requestMail, wordsOf } from "@/emails/sender";
import { feePossible } from "@/lib/domain/fee/rules";
import { formatInstant } from "@/lib/i18n/format";

export const TEMPLATE: Template = { name: "receipt-by-post", version: 1 };

/**
 * The receipt of a filing whose requester gave no email address, as a letter: what arrived and when, by when we answer
 * and why, how the address is verified, how to add or withdraw. It repeats nothing of what was written.
 */
export function receiptByPost(of: Omit<ReceiptFacts, "confirmUrl" | "linkHours" | "myUrl">): MailContent {
  const { language, requests, sender } = of;
  const say = wordsOf(of, "post");
  const rights = wordsOf(of, "letter");
  const controller = sender.settings.name;
  const count = requests.length;
  const instant = formatInstant(of.receivedAt, of.zone, language);
  const complains = onlyComplains(of);
  const policy = sender.settings.privacyPolicyUrl;
  const body = [
    paragraph(
      `${say(complains ? "receipt.complaintReceived" : "receipt.received", { count, controller, instant })} ${say("receipt.counts", { count })}`,
    ),
    facts(
      requests.map((request) => ({ label: rights(`right.${request.right}`), value: lineOf(request, of) })),
    ),
    ...reasons(of),
    ...complaintParts(of),
    paragraph(say("receipt.address")),
    paragraph(say("receipt.next")),
    paragraph(say("receipt.change")),
    paragraph(say(feePossible(sender.settings) ? "line.feePossible" : "line.free")),
    paragraph(say("receipt.complain")),
  ];
  const foot = [
    ...footer(of).filter((block) => block.kind === "facts"),
    quietLink(say("line.portalNotice"), sender.portalNoticeUrl),
    ...(policy ? [quietLink(say("line.privacyPolicy"), policy)] : []),
  ];
  return requestMail(
    of,
    say(complains ? "receipt.complaintSubject" : "receipt.subject", { count }),
    body,
    receiptWords(of),
    foot,
  );
}
