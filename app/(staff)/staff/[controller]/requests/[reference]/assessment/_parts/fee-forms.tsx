import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { Details } from "@/app/_ui/details";
import { TextArea, TextField } from "@/app/_ui/field";
import { pageLanguage, words } from "@/app/_ui/words";
import { localDate } from "@/lib/domain/clock/dates";
import { formatDate } from "@/lib/i18n/format";
import type { Dossier } from "@/lib/queries/fee/dossier";
import type { FeeView } from "@/lib/queries/fee/fee-view";
import type { KeptFields } from "@/lib/queries/notice/kept-fields";
import { type Seen, StepForm } from "../../../../../_desk/step-form";

type Props = {
  readonly view: Dossier;
  readonly fee: FeeView;
  /** What the reader wrote to an objection and has not sent. */
  readonly kept: KeptFields;
  readonly of: Seen;
};

/** What can be done about the fee now: answer an objection, book money, give it up. */
export async function FeeForms({ view, fee, kept, of }: Props) {
  const say = await words("fee");
  const { offers } = view;
  const fromReceipt = view.rules !== null && view.rules.silence !== "clock_runs";
  return (
    <div className="not-printed">
      {offers.answerObjection ? <Objection view={view} fee={fee} kept={kept} of={of} /> : null}
      {offers.choice ? (
        <p>
          <a
            href={`/staff/${of.slug}/requests/${of.reference}#record`}
            className="inline-flex min-h-11 items-center"
          >
            {say("fee.choice")}
          </a>
        </p>
      ) : null}
      {offers.pay ? (
        <Details summary={say("fee.pay")}>
          <FeeForm fee={fee} of={of} step="payment">
            <MoneyFields view={view} fee={fee} name="pay" />
            <Button tone="secondary">{say("fee.payButton")}</Button>
          </FeeForm>
        </Details>
      ) : null}
      {offers.refund ? (
        <Details summary={say("fee.refund")}>
          <FeeForm fee={fee} of={of} step="refund">
            <MoneyFields view={view} fee={fee} name="refund" />
            <TextArea name="reason" id="refund-reason" label={say("fee.waiveReason")} required rows={3} />
            <Button tone="secondary">{say("fee.refundButton")}</Button>
          </FeeForm>
        </Details>
      ) : null}
      {offers.waive ? (
        <Details summary={say("fee.waive")}>
          <FeeForm fee={fee} of={of} step="waive">
            {fromReceipt ? <p>{say("fee.waiveMeans")}</p> : null}
            <TextArea name="reason" id="waive-reason" label={say("fee.waiveReason")} required rows={3} />
            <Button tone="secondary">{say("fee.waiveButton")}</Button>
          </FeeForm>
        </Details>
      ) : null}
    </div>
  );
}

/** A person answers: the fee stands again with a new day, or falls with its finding. */
async function Objection({ view, fee, kept, of }: Props) {
  const say = await words("fee");
  const language = await pageLanguage();
  return (
    <div className="my-3 border-l-4 border-warn pl-4">
      <h3 className="font-bold">{say("fee.objection")}</h3>
      <p className="mb-2">{say("fee.objectionLead")}</p>
      <StepForm of={of} step="letters/objection/keep">
        <input type="hidden" name="feeId" value={fee.id} />
        {(["given_in", "upheld"] as const).map((outcome) => (
          <label key={outcome} className="flex min-h-11 items-center gap-2">
            <input
              type="radio"
              name="outcome"
              value={outcome}
              required
              defaultChecked={kept.outcome === outcome}
              className="choice-mark"
            />
            {say(outcome === "upheld" ? "fee.objectionUphold" : "fee.objectionGiveIn")}
          </label>
        ))}
        <TextField
          type="date"
          name="answerBy"
          id="objection-by"
          label={say("fee.objectionBy", { date: formatDate(view.answerFirst, language) })}
          defaultValue={kept.answerBy || view.answerFirst}
          min={view.answerFirst}
        />
        <TextArea
          name="text"
          id="objection-text"
          label={say("fee.objectionText")}
          required
          maxLength={5_000}
          defaultValue={kept.text}
        />
        <Button>{say("fee.objectionButton")}</Button>
      </StepForm>
    </div>
  );
}

function FeeForm({
  fee,
  of,
  step,
  children,
}: {
  readonly fee: FeeView;
  readonly of: Seen;
  readonly step: string;
  readonly children: ReactNode;
}) {
  return (
    <StepForm of={of} step={`fee/${step}`}>
      <input type="hidden" name="feeId" value={fee.id} />
      {children}
    </StepForm>
  );
}

async function MoneyFields({ view, fee, name }: Pick<Props, "view" | "fee"> & { readonly name: string }) {
  const say = await words("fee");
  return (
    <>
      <TextField
        name="amount"
        id={`${name}-amount`}
        label={say("fee.payAmount", { currency: fee.currency })}
        required
        inputMode="decimal"
        autoComplete="off"
      />
      <TextField
        type="date"
        name="on"
        id={`${name}-on`}
        label={say("fee.payOn")}
        required
        defaultValue={view.today}
        {...(fee.arrivedAt ? { min: localDate(fee.arrivedAt, view.zone) } : {})}
        max={view.today}
      />
      <TextField
        name="payment"
        id={`${name}-payment`}
        label={say("fee.payReference")}
        required
        maxLength={200}
        autoComplete="off"
      />
    </>
  );
}
