import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { LetterView } from "@/app/_ui/letter-view";
import { pageLanguage, words } from "@/app/_ui/words";
import { localText } from "@/lib/domain/controller/settings";
import { UNITS } from "@/lib/domain/fee/amount";
import type { Language } from "@/lib/domain/kernel/language";
import { formatDate, formatInstant } from "@/lib/i18n/format";
import { formatHundredths, formatMoney } from "@/lib/i18n/money";
import type { Dossier } from "@/lib/queries/fee/dossier";
import type { FeeView } from "@/lib/queries/fee/fee-view";
import type { KeptFields } from "@/lib/queries/notice/kept-fields";
import { Box, Rows } from "../../../../../_desk/box";
import { type Seen, StepForm } from "../../../../../_desk/step-form";
import { FeeForms } from "./fee-forms";

type Props = {
  readonly view: Dossier;
  /** What the reader wrote to an objection and has not sent. */
  readonly kept: KeptFields;
  readonly of: Seen;
  readonly languages: readonly Language[];
};

/** The fee with its calculation, its money, what happened to it, and what can be done now; earlier ones below. */
export async function FeePart({ view, kept, of, languages }: Props) {
  const say = await words("fee");
  if (view.fees.length === 0 && !view.feePossible) return null;
  return (
    <Box id="fee" title={say("fee.title")}>
      {view.fees.length === 0 ? <p className="text-soft">{say("fee.none")}</p> : null}
      {view.fees.toReversed().map((fee, at) => (
        <div key={fee.id} className={at > 0 ? "mt-4 border-t-2 border-line pt-3" : ""}>
          <OneFee fee={fee} zone={view.zone} languages={languages} />
          {at === 0 && view.offers.recall ? (
            <StepForm of={of} step="fee/recall" className="my-2">
              <input type="hidden" name="feeId" value={fee.id} />
              <Button tone="danger">{say("fee.recall")}</Button>
            </StepForm>
          ) : null}
          {at === 0 ? <FeeForms view={view} fee={fee} kept={kept} of={of} /> : null}
        </div>
      ))}
    </Box>
  );
}

async function OneFee({
  fee,
  zone,
  languages,
}: {
  readonly fee: FeeView;
  readonly zone: string;
  readonly languages: readonly Language[];
}) {
  const say = await words("fee");
  const language = await pageLanguage();
  const money = (minor: number) => formatMoney(minor, fee.currency, language);
  const instant = (at: string) => formatInstant(at, zone, language);
  return (
    <>
      <p className="mb-2 font-semibold">{say(`feeState.${fee.state}`)}</p>
      <Rows
        rows={[
          { label: say("fee.amount"), value: money(fee.totalMinor) },
          { label: say("fee.answerBy"), value: formatDate(fee.answerBy, language) },
          ...fee.lines.map((line) => ({
            label: localText(line.label, language, languages) || say(`cost.${line.kind}`),
            value: say("notice.line", {
              unit: say(`unit.${UNITS[line.kind]}`, {
                count: formatHundredths(line.hundredths, language, true),
              }),
              price: money(line.minor),
              sum: money(line.sumMinor),
            }),
          })),
        ]}
      />
      <p className="text-sm">
        {say("fee.sentBy", { name: fee.noticed.by, instant: instant(fee.noticed.at) })}
        {fee.arrivedAt ? `. ${say("fee.arrived", { instant: instant(fee.arrivedAt) })}` : ""}
      </p>
      {fee.paidMinor > 0 ? (
        <p className="text-sm">{say("fee.paidSum", { amount: money(fee.paidMinor) })}</p>
      ) : null}
      {fee.state === "accepted" ? (
        <p className="font-semibold">{say("fee.outstanding", { amount: money(fee.outstanding) })}</p>
      ) : null}
      {fee.over > 0 ? <p className="font-semibold">{say("fee.over", { amount: money(fee.over) })}</p> : null}
      {fee.events.length > 0 ? (
        <>
          <h3 className="mt-2 text-sm font-bold">{say("fee.events")}</h3>
          <ol className="grid gap-1 text-sm">
            {fee.events.map((event) => (
              <li key={event.id}>
                <span className="text-soft">
                  {instant(event.at)}
                  {event.by ? `, ${event.by}` : ""}:
                </span>{" "}
                {say(`fee.event.${event.kind}`, {
                  amount: event.amountMinor === null ? "" : money(event.amountMinor),
                  date: event.on ? formatDate(event.on, language) : "",
                })}
                {event.state === "effective" ? "" : ` (${say(`fee.answerState.${event.state}`)})`}
                {event.reference ? (
                  <span className="block">{say("fee.reference", { reference: event.reference })}</span>
                ) : null}
                {event.text ? (
                  <span className="block border-l-4 border-line pl-3 whitespace-pre-line break-words">
                    {event.text}
                  </span>
                ) : null}
              </li>
            ))}
          </ol>
        </>
      ) : null}
      {fee.letter ? (
        <Details summary={say("fee.letter")}>
          <LetterView letter={fee.letter} level={3} />
        </Details>
      ) : null}
    </>
  );
}
