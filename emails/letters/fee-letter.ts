import { heading, letter, paragraph, rows } from "@/emails/letters/blocks";
import { complaintBlocks, senderBlocks } from "@/emails/letters/closing";
import { findingBlocks } from "@/emails/letters/finding-blocks";
import type { Authority, ControllerSettings } from "@/lib/domain/controller/settings";
import { localText } from "@/lib/domain/controller/settings";
import { type CostLine, type Currency, UNITS } from "@/lib/domain/fee/amount";
import type { ApprovedFinding } from "@/lib/domain/fee/approval";
import type { FeeRules } from "@/lib/domain/fee/rules";
import type { IsoDate } from "@/lib/domain/kernel/date";
import type { Language } from "@/lib/domain/kernel/language";
import type { Right } from "@/lib/domain/kernel/right";
import type { Letter, LetterBlock } from "@/lib/domain/notice/letter";
import type { Template } from "@/lib/domain/notice/mail-content";
import { type OwnWords, ownWords, type Wordings } from "@/lib/domain/notice/wording";
import { formatCitation } from "@/lib/i18n/citation";
import { formatDate } from "@/lib/i18n/format";
import { translatorUnder } from "@/lib/i18n/law-words";
import { formatHundredths, formatMoney } from "@/lib/i18n/money";
import { translator } from "@/lib/i18n/translator";

export const TEMPLATE: Template = { name: "fee-letter", version: 1 };

/**
 * All that a fee notice is made from. The types leave nothing out that has to be said before anything is due
 * (GDPR Art. 12(5)(a), 12(4)): a finding of two people, lines, the authority.
 */
export type FeeFacts = {
  readonly settings: ControllerSettings;
  readonly wordings: Wordings;
  readonly authority: Authority;
  readonly language: Language;
  readonly reference: string;
  /** Of the requester. */
  readonly name: string;
  readonly right: Right;
  readonly receivedOn: IsoDate;
  readonly writtenOn: IsoDate;
  readonly finding: ApprovedFinding;
  readonly rules: FeeRules;
  readonly currency: Currency;
  readonly lines: readonly [CostLine, ...CostLine[]];
  readonly totalMinor: number;
  readonly answerBy: IsoDate;
};

/** The notice of a fee: what it is, why, how it was counted, what can be chosen, by when, and whom to turn to. */
export function feeLetter(of: FeeFacts): Letter {
  const { language, settings } = of;
  const say = translatorUnder(settings.profile, language, "fee");
  return letter(
    { title: say("notice.title"), language, template: TEMPLATE },
    own(of),
    [
      ...opening(of),
      ...choices(of),
      heading(say("notice.why")),
      paragraph(say(`notice.ground.${of.finding.ground}`)),
      ...findingBlocks(of.finding, language),
      ...calculation(of),
      ...complaintBlocks(of),
    ],
    senderBlocks({ ...of, decidedBy: "officer" }),
  );
}

function own({
  answerBy,
  language,
  name,
  receivedOn,
  reference,
  right,
  settings,
  wordings,
}: FeeFacts): OwnWords {
  return ownWords(wordings, "fee_notice", {
    ...{ controller: settings.name, reference, name },
    right: translatorUnder(settings.profile, language, "letter")(`right.${right}`),
    received: formatDate(receivedOn, language),
    answerBy: formatDate(answerBy, language),
  });
}

function opening(of: FeeFacts): readonly LetterBlock[] {
  const { language, settings } = of;
  const say = translatorUnder(settings.profile, language, "fee");
  const words = translatorUnder(settings.profile, language, "letter");
  return [
    rows([
      { label: words("fact.reference"), value: of.reference },
      { label: words("fact.right"), value: words(`right.${of.right}`) },
      { label: words("fact.received"), value: formatDate(of.receivedOn, language) },
      { label: say("notice.written"), value: formatDate(of.writtenOn, language) },
      { label: say("notice.amount"), value: formatMoney(of.totalMinor, of.currency, language) },
      { label: say("notice.answerBy"), value: formatDate(of.answerBy, language) },
    ]),
    paragraph(say("notice.lead")),
  ];
}

function choices({
  settings,
  language,
  answerBy,
  rules,
  totalMinor,
  currency,
}: FeeFacts): readonly LetterBlock[] {
  const say = translatorUnder(settings.profile, language, "fee");
  const amount = formatMoney(totalMinor, currency, language);
  const date = formatDate(answerBy, language);
  return [
    heading(say("notice.choices")),
    {
      kind: "list",
      items: [
        say("notice.choice.accept", { amount }),
        say("notice.choice.narrow"),
        say("notice.choice.object"),
        say("notice.choice.withdraw"),
      ],
    },
    heading(say("notice.silence")),
    paragraph(say(`silence.${rules.silence}`, { date })),
  ];
}

function calculation({ language, lines, currency, totalMinor, rules, settings }: FeeFacts): LetterBlock[] {
  const say = translatorUnder(settings.profile, language, "fee");
  const total = { label: say("notice.total"), value: formatMoney(totalMinor, currency, language) };
  const ceiling = rules.most
    ? [
        paragraph(
          say("notice.most", {
            amount: formatMoney(rules.most.minor, currency, language),
            citation: formatCitation(rules.most.citation, language),
          }),
        ),
      ]
    : [];
  return [
    heading(say("notice.calculation")),
    paragraph(say("notice.costOnly", { citation: formatCitation(rules.citation, language) })),
    rows([...lines.map((line) => costRow(line, currency, language, settings.languages)), total]),
    ...ceiling,
  ];
}

/** A line of the calculation: "Handling (hour): 1.5 × 400.00 SEK = 600.00 SEK". */
export function costRow(
  line: CostLine,
  currency: Currency,
  language: Language,
  languages: readonly Language[],
): { readonly label: string; readonly value: string } {
  const say = translator(language, "fee");
  const label = localText(line.label, language, languages) || say(`cost.${line.kind}`);
  const quantity = formatHundredths(line.hundredths, language, true);
  const price = formatMoney(line.minor, currency, language);
  const sum = formatMoney(line.sumMinor, currency, language);
  const unit = say(`unit.${UNITS[line.kind]}`, { count: quantity });
  return { label, value: say("notice.line", { unit, price, sum }) };
}
