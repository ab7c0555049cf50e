import {
  facts,
  link,
  type MailBlock,
  type MailContent,
  paragraph,
  quietLink,
  small,
  type Template,
} from "@/emails/content";
import { linkLasts, type RequesterMail, requestMail, wordsOf } from "@/emails/sender";
import { localDate } from "@/lib/domain/clock/dates";
import type { IsoDate, IsoInstant } from "@/lib/domain/kernel/date";
import type { Right } from "@/lib/domain/kernel/right";
import { ownWords } from "@/lib/domain/notice/wording";
import { formatDate, formatInstant, formatList } from "@/lib/i18n/format";
import { fixedBlocks } from "@/lib/i18n/legal/legal-text";
import { translator } from "@/lib/i18n/translator";

export const TEMPLATE: Template = { name: "receipt", version: 1 };

/** One request of the filing, as the receipt lists it. */
export type ReceivedRequest = {
  readonly reference: string;
  readonly right: Right;
  /** The last day as told to the requester, and whether the law or only we set it; null where nobody does. */
  readonly answerBy: { readonly on: IsoDate; readonly by: "statutory" | "promised" } | null;
  /** Something has to stop at once (GDPR Art. 7(3), 21(3)). */
  readonly stopsAtOnce: boolean;
  /** Why this last day, in the mail's language and one or two sentences; empty says nothing. */
  readonly why: string;
};

export type ReceiptFacts = RequesterMail & {
  readonly requests: readonly [ReceivedRequest, ...ReceivedRequest[]];
  readonly receivedAt: IsoInstant | string;
  /** IANA zone in which the receipt is dated. */
  readonly zone: string;
  readonly confirmUrl: string;
  readonly linkHours: number;
  /** Where a fresh link is ordered: "https://dsar.example.org/my". */
  readonly myUrl: string;
};

/** The one mail of a filing: it arrived, when, what is asked, by when we answer, and the link that confirms. */
export function receiptMail(of: ReceiptFacts): MailContent {
  const { language, requests } = of;
  const say = wordsOf(of, "mail");
  const rights = wordsOf(of, "letter");
  const controller = of.sender.settings.name;
  const count = requests.length;
  const instant = formatInstant(of.receivedAt, of.zone, language);
  const complains = onlyComplains(of);
  const body = [
    paragraph(
      say(complains ? "receipt.complaintReceived" : "receipt.received", { count, controller, instant }),
    ),
    facts(
      requests.map((request) => ({ label: rights(`right.${request.right}`), value: lineOf(request, of) })),
    ),
    ...reasons(of),
    ...complaintParts(of),
    paragraph(say("receipt.counts", { count })),
    paragraph(say("receipt.confirm")),
    link(say("receipt.confirmLink"), of.confirmUrl),
    small(`${linkLasts(of.linkHours, language)} ${say("line.notYou")}`),
    paragraph(say("receipt.next")),
    paragraph(say("receipt.change")),
    quietLink(say("line.myPage"), of.myUrl),
    small(say("receipt.nothingTyped")),
  ];
  const subject = say(complains ? "receipt.complaintSubject" : "receipt.subject", { count, controller });
  return requestMail(of, subject, body, receiptWords(of));
}

type Received = Omit<ReceiptFacts, "confirmUrl" | "linkHours" | "myUrl">;

/** A complaint and nothing else: the receipt calls it that. */
export function onlyComplains({ requests }: Pick<ReceiptFacts, "requests">): boolean {
  return requests.every(({ right }) => right === "complaint");
}

/**
 * The acknowledgement of a complaint, wherever one is among what was asked: what it is, who looks at it, that authority
 * and court are open at any time, and when it is answered (law.md 3 A; in the United Kingdom DPA 2018 s. 164A).
 */
export function complaintParts({ language, requests, sender }: Received): readonly MailBlock[] {
  if (!requests.some(({ right }) => right === "complaint")) return [];
  return fixedBlocks(sender.settings.profile, "complaint-acknowledgement", language).flatMap((block) =>
    block.kind === "fixed" ? [paragraph(block.text)] : [],
  );
}

/** What the controller says around a receipt: its words for a complaint, where nothing else was asked. */
export function receiptWords(of: Received) {
  const { language, requests, sender } = of;
  const say = wordsOf(of, "letter");
  const values = {
    controller: sender.settings.name,
    reference: formatList(
      requests.map(({ reference }) => reference),
      language,
    ),
    received: formatDate(localDate(new Date(of.receivedAt).toISOString(), of.zone), language),
  };
  if (onlyComplains(of)) {
    return ownWords(sender.wordings, "complaint_receipt", values);
  }
  const rights = requests.map(({ right }) => say(`right.${right}`));
  return ownWords(sender.wordings, "receipt", { ...values, right: formatList(rights, language) });
}

/** The reference of a request and by when it is answered. */
export function lineOf(
  { reference, answerBy, stopsAtOnce }: ReceivedRequest,
  { language }: Pick<ReceiptFacts, "language">,
): string {
  const say = translator(language, "mail");
  const stop = stopsAtOnce ? ` ${say("line.stopsAtOnce")}` : "";
  if (!answerBy) return `${say("line.requestNone", { reference })}${stop}`;
  const key = answerBy.by === "statutory" ? "line.requestStatutory" : "line.requestPromised";
  return `${say(key, { reference, date: formatDate(answerBy.on, language) })}${stop}`;
}

/** The reason of the last day: once where all requests share it, else one for each. */
export function reasons({ language, requests }: Pick<ReceiptFacts, "language" | "requests">) {
  const say = translator(language, "mail");
  const given = requests.filter(({ why }) => why !== "");
  const shared = given[0]?.why ?? "";
  if (given.length === 0) return [];
  if (given.length === requests.length && given.every(({ why }) => why === shared)) {
    return [paragraph(say("receipt.why", { why: shared }))];
  }
  return given.map(({ reference, why }) => paragraph(say("receipt.whyFor", { reference, why })));
}
