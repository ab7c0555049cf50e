import { requestDateLines } from "@/app/_ui/request-date-lines";
import type { Authority, ControllerSettings } from "@/lib/domain/controller/settings";
import type { Receipt, ReceiptRequest } from "@/lib/domain/intake/receipt";
import { formatReference } from "@/lib/domain/intake/reference";
import type { Language } from "@/lib/domain/kernel/language";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { derivationSentences } from "@/lib/i18n/derivation";
import { formatInstant } from "@/lib/i18n/format";
import { translatorUnder } from "@/lib/i18n/law-words";

export type ReceiptPaper = {
  readonly receipt: Receipt;
  readonly language: Language;
  readonly settings: ControllerSettings;
  readonly authority: Authority | null;
};

/**
 * The receipt to keep: the same facts as its page (GDPR Art. 12(2)-(3)), each reference with its last day and why, what
 * happens next, and whom to turn to. Nothing of what was typed.
 */
export function receiptPaper({ receipt, language, settings, authority }: ReceiptPaper) {
  const say = translatorUnder(settings.profile, language, "public");
  const paper = translatorUnder(settings.profile, language, "paper");
  const count = receipt.requests.length;
  const next = ["read", "ask", "answer", "longer", "change"].map((line) => say(`done.next.${line}`));
  const blocks: LetterBlock[] = [
    {
      kind: "facts",
      rows: [
        {
          label: paper("receipt.received"),
          value: formatInstant(receipt.receivedAt, receipt.zone, language),
        },
        { label: paper("receipt.by"), value: settings.name },
        {
          label: paper("receipt.contact"),
          value: [settings.contactEmail, settings.contactPhone].filter((way) => way !== "").join(", "),
        },
      ],
    },
    ...receipt.requests.flatMap((request) => requestBlocks(request, language, settings)),
    { kind: "heading", text: say("done.next.title") },
    { kind: "list", items: next },
    ...(authority
      ? [
          { kind: "heading", text: paper("receipt.complain.title") } as const,
          {
            kind: "paragraph",
            text: paper("receipt.complain.text", { authority: authority.name, web: authority.web }),
          } as const,
        ]
      : []),
  ];
  return { title: say("done.title", { count }), language, blocks };
}

function requestBlocks(
  request: ReceiptRequest,
  language: Language,
  settings: ControllerSettings,
): LetterBlock[] {
  const letter = translatorUnder(settings.profile, language, "letter");
  const clock = translatorUnder(settings.profile, language, "clock");
  const reasons = derivationSentences(clock, request.clock.derivation, language);
  return [
    { kind: "heading", text: letter(`right.${request.right}`) },
    {
      kind: "facts",
      rows: [
        {
          label: translatorUnder(settings.profile, language, "public")("done.reference"),
          value: formatReference(request.reference),
        },
        {
          label: translatorUnder(settings.profile, language, "paper")("receipt.when"),
          value: requestDateLines(
            request,
            translatorUnder(settings.profile, language, "public"),
            language,
          ).join("\n"),
        },
      ],
    },
    { kind: "paragraph", text: clock("why") },
    {
      kind: "list",
      items: reasons.map(({ sentence, citation }) => (citation ? `${sentence} (${citation})` : sentence)),
    },
  ];
}
