import { link, type MailContent, paragraph, small, type Template } from "@/emails/content";
import { footer, linkLasts, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import type { PrintedLetter } from "@/lib/domain/notice/printed-letter";
import { ownWords, worded } from "@/lib/domain/notice/wording";
import type { Customer } from "@/lib/domain/request/forwarding";

export const TEMPLATE: Template = { name: "forwarded", version: 1 };

export type ForwardedFacts = RequesterMail & {
  readonly reference: string;
  readonly openUrl: string;
  readonly linkHours: number;
};

/**
 * The requester's notice that somebody else is the controller (GDPR Art. 28(3)(e), 12(2)). Who it is stands behind the
 * link: it can say something about the person, and the address may not be theirs.
 */
export function forwardedMail(of: ForwardedFacts): MailContent {
  const { language } = of;
  const say = wordsOf(of, "post");
  const controller = of.sender.settings.name;
  return requestMail(
    of,
    say("forwarded.subject", { controller }),
    [
      paragraph(say("forwarded.intro", { reference: of.reference, controller })),
      paragraph(say("forwarded.sent")),
      link(say("forwarded.link"), of.openUrl),
      small(linkLasts(of.linkHours, language)),
      paragraph(say("forwarded.next")),
    ],
    own(of),
  );
}

function own({ sender, reference }: RequesterMail & { readonly reference: string }) {
  return ownWords(sender.wordings, "forwarded", { controller: sender.settings.name, reference });
}

/**
 * As `forwardedMail`, for print: the letter itself names the controller, if the address was verified; else it says how
 * to learn it.
 */
export function forwardedLetter(
  of: RequesterMail & { readonly reference: string; readonly customer: Customer | null },
): PrintedLetter {
  const { customer } = of;
  const say = wordsOf(of, "post");
  const controller = of.sender.settings.name;
  const body: readonly LetterBlock[] = [
    { kind: "paragraph", text: say("forwarded.intro", { reference: of.reference, controller }) },
    { kind: "paragraph", text: say("forwarded.sent") },
    customer ? customerRows(customer, say) : { kind: "paragraph", text: say("forwarded.askWho") },
    { kind: "paragraph", text: say("forwarded.next") },
  ];
  const foot = footer(of).flatMap((block): LetterBlock[] => (block.kind === "facts" ? [block] : []));
  return { title: say("forwarded.subject", { controller }), ...worded(own(of), body, foot) };
}

/** Who the controller is and how to reach it. */
export function customerRows(
  customer: Customer,
  say: (key: string) => string,
): Extract<LetterBlock, { kind: "facts" }> {
  const rows = [
    { label: say("line.controller"), value: customer.name },
    { label: say("line.email"), value: customer.email },
    { label: say("line.address"), value: customer.postalAddress },
  ];
  return { kind: "facts", rows: rows.filter(({ value }) => value !== "") };
}
