import { actorWords, eventSentence } from "@/app/(staff)/staff/_desk/event-words";
import { type ControllerSettings, localText } from "@/lib/domain/controller/settings";
import { UNITS } from "@/lib/domain/fee/amount";
import { COUNTER_ARGUMENTS, type CounterArgument } from "@/lib/domain/fee/signals";
import { formatReference } from "@/lib/domain/intake/reference";
import type { Language } from "@/lib/domain/kernel/language";
import type { LetterBlock } from "@/lib/domain/notice/letter";
import { formatCitation } from "@/lib/i18n/citation";
import { formatDate, formatInstant } from "@/lib/i18n/format";
import { formatHundredths, formatMoney } from "@/lib/i18n/money";
import { translator } from "@/lib/i18n/translator";
import type { AssessmentView } from "@/lib/queries/fee/assessment-view";
import type { Dossier } from "@/lib/queries/fee/dossier";
import type { FeeView } from "@/lib/queries/fee/fee-view";

const heading = (text: string): LetterBlock => ({ kind: "heading", text });
const paragraph = (text: string): LetterBlock => ({ kind: "paragraph", text });
const list = (items: readonly string[]): LetterBlock[] => (items.length > 0 ? [{ kind: "list", items }] : []);
const rows = (all: readonly { readonly label: string; readonly value: string }[]): LetterBlock => ({
  kind: "facts",
  rows: all.filter(({ value }) => value !== ""),
});

/** The whole dossier as the parts of a document: what the page shows, in the same order. */
export function dossierBlocks(
  view: Dossier,
  language: Language,
  settings: ControllerSettings,
): readonly LetterBlock[] {
  const say = translator(language, "fee");
  const staff = translator(language, "staff");
  const letter = translator(language, "letter");
  const instant = (at: string) => formatInstant(at, view.zone, language);
  return [
    rows([
      { label: letter("fact.controller"), value: settings.name },
      { label: letter("fact.reference"), value: formatReference(view.reference) },
      { label: letter("fact.right"), value: letter(`right.${view.right}`) },
      { label: letter("fact.received"), value: instant(view.receivedAt) },
    ]),
    ...(view.readable ? [] : [paragraph(say("hidden"))]),
    heading(say("pdf.signals")),
    paragraph(say("signals.means")),
    ...list(view.signals.general.map((code) => argument(code, language))),
    ...signals(view, language),
    heading(say("link.title")),
    ...(view.links.length === 0 ? [paragraph(say("link.none"))] : []),
    ...list(
      view.links.map(
        (link) =>
          `${say("link.line", {
            reference: link.other ? formatReference(link.other) : "–",
            name: link.by,
            instant: instant(link.at),
          })}. ${link.reason ?? ""}`,
      ),
    ),
    heading(say("pdf.flags")),
    ...list(
      view.flags.map(
        (flag) =>
          `${say("pdf.flag", {
            ground: staff(`request.flags.ground.${flag.ground}`),
            name: flag.raisedBy,
            instant: instant(flag.raisedAt),
            reason: flag.reason ?? "–",
          })} ${flag.removedAt ? say("pdf.removed") : ""}`,
      ),
    ),
    ...view.versions.flatMap((version) => assessment(version, language, instant)),
    ...view.fees.flatMap((fee) => feeBlocks(fee, language, settings, instant)),
    ...fileBlocks(view, language, instant),
    heading(say("pdf.timeline")),
    ...list(
      view.history.map(
        (line) =>
          `${instant(line.at)}, ${actorWords(line.actor, staff)}: ${eventSentence(line, staff, letter)}`,
      ),
    ),
  ];
}

/** Every file by its name, size and hash, so that a copy can be told from another. */
function fileBlocks(view: Dossier, language: Language, instant: (at: string) => string): LetterBlock[] {
  const say = translator(language, "fee");
  if (view.files.length === 0) return [];
  const line = ({ name, size, sha256, by, at, proves }: Dossier["files"][number]) =>
    say("pdf.file", {
      ...{ name, size: String(size), sha256, by },
      instant: instant(at),
      proves: say(`pdf.proves.${proves}`),
    });
  return [heading(say("pdf.files")), ...list(view.files.map(line))];
}

function argument(code: CounterArgument, language: Language): string {
  const citation = COUNTER_ARGUMENTS[code];
  const said = translator(language, "fee")(`counter.${code}`);
  return citation ? `${said} (${formatCitation(citation, language)})` : said;
}

function signals({ signals: { earlier } }: Dossier, language: Language): LetterBlock[] {
  const say = translator(language, "fee");
  const letter = translator(language, "letter");
  if (earlier.length === 0) return [paragraph(say("signals.none"))];
  return earlier.flatMap((signal) => [
    paragraph(
      [
        `${formatReference(signal.reference)}, ${formatDate(signal.receivedOn, language)}, ${letter(`right.${signal.right}`)}`,
        say("signals.before", { days: signal.daysBefore }),
        signal.scope ? say(`signals.scope.${signal.scope}`) : "",
        signal.outcome ? letter(`outcome.${signal.outcome}`) : say("signals.open"),
        signal.late ? say("signals.late") : "",
        signal.linked ? say("signals.linked") : "",
      ]
        .filter(Boolean)
        .join("; "),
    ),
    ...list(signal.against.map((code) => argument(code, language))),
  ]);
}

function assessment(
  version: AssessmentView,
  language: Language,
  instant: (at: string) => string,
): LetterBlock[] {
  const say = translator(language, "fee");
  const { content, proposed, second, state } = version;
  const field = (name: string, value: string) => ({ label: say(`assess.fields.${name}`), value });
  const seconded = state === "sent_back" ? "assess.sentBackBy" : "assess.approvedBy";
  return [
    heading(
      `${say("assess.title")}: ${say("assess.version", { version: version.version, state: say(`state.${state}`) })}`,
    ),
    ...list(
      [
        say("assess.writers", { names: version.writers.join(", ") }),
        proposed ? say("assess.proposedBy", { name: proposed.by, instant: instant(proposed.at) }) : "",
        second ? say(seconded, { name: second.by, instant: instant(second.at) }) : "",
        version.droppedAt ? say("assess.dropped", { instant: instant(version.droppedAt) }) : "",
        version.reason ? `${say("assess.reason")}: ${version.reason}` : "",
      ].filter(Boolean),
    ),
    rows([
      field("ground", say(`ground.${version.ground}`)),
      field("proposal", say(`proposal.${version.proposal}`)),
      ...(content
        ? [
            field("facts", content.facts),
            field("evidence", content.evidence.join("\n")),
            field("sign", content.sign ? say(`sign.${content.sign}.label`) : ""),
            field("shown", content.shown),
            field("against", content.against),
            field("narrow", content.narrow),
            field("noFee", content.noFee),
            field("exceptional", content.exceptional),
          ]
        : []),
    ]),
  ];
}

function feeBlocks(
  fee: FeeView,
  language: Language,
  settings: ControllerSettings,
  instant: (at: string) => string,
): LetterBlock[] {
  const say = translator(language, "fee");
  const money = (minor: number) => formatMoney(minor, fee.currency, language);
  return [
    heading(`${say("fee.title")}: ${say(`feeState.${fee.state}`)}`),
    rows([
      ...fee.lines.map((line) => ({
        label: localText(line.label, language, settings.languages) || say(`cost.${line.kind}`),
        value: say("notice.line", {
          unit: say(`unit.${UNITS[line.kind]}`, { count: formatHundredths(line.hundredths, language, true) }),
          price: money(line.minor),
          sum: money(line.sumMinor),
        }),
      })),
      { label: say("fee.amount"), value: money(fee.totalMinor) },
      { label: say("fee.answerBy"), value: formatDate(fee.answerBy, language) },
    ]),
    ...list([
      say("fee.sentBy", { name: fee.noticed.by, instant: instant(fee.noticed.at) }),
      ...(fee.arrivedAt ? [say("fee.arrived", { instant: instant(fee.arrivedAt) })] : []),
      ...fee.events.map((event) =>
        [
          `${instant(event.at)}${event.by ? `, ${event.by}` : ""}: ${say(`fee.event.${event.kind}`, {
            amount: event.amountMinor === null ? "" : money(event.amountMinor),
            date: event.on ? formatDate(event.on, language) : "",
          })}`,
          event.reference ? say("fee.reference", { reference: event.reference }) : "",
          event.text ?? "",
        ]
          .filter(Boolean)
          .join(". "),
      ),
    ]),
    ...(fee.letter ? [heading(say("fee.letter")), ...fee.letter.blocks] : []),
  ];
}
