"use client";
import { useFieldArray } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { TextField } from "@/app/_ui/field";
import { SAFEGUARDS } from "@/lib/domain/controller/activity";
import { SelectField } from "../../../../_form/select-field";
import { type ActivityKit, tied } from "./activity-kit.client";

/** Who receives the data, by actual name. */
export function RecipientRows(kit: ActivityKit) {
  const { own } = kit.words;
  const { fields, append, remove } = useFieldArray({
    control: kit.form.control,
    name: "activity.recipients",
  });
  return (
    <fieldset className="mb-8">
      <legend className="text-lg font-semibold">{own["fields.recipients"]}</legend>
      {fields.map((field, at) => (
        <fieldset key={field.id} className="mb-4 border-l-4 border-line pl-4">
          <legend className="mb-2 font-semibold">{own["recipient.row"]?.replace("#", String(at + 1))}</legend>
          <TextField {...tied(kit, `activity.recipients.${at}.name`, "recipient.name")} />
          <TextField {...tied(kit, `activity.recipients.${at}.country`, "recipient.country")} />
          <Button type="button" tone="quiet" onClick={() => remove(at)}>
            {own["recipient.remove"]?.replace("#", String(at + 1))}
          </Button>
        </fieldset>
      ))}
      <Button type="button" tone="secondary" onClick={() => append({ name: "", country: "" })}>
        {own["recipient.add"]}
      </Button>
    </fieldset>
  );
}

/** Which data leaves the EU and EEA, and what protects it there (GDPR Art. 15(2)). */
export function TransferRows(kit: ActivityKit) {
  const { own } = kit.words;
  const { fields, append, remove } = useFieldArray({ control: kit.form.control, name: "activity.transfers" });
  const safeguards = SAFEGUARDS.map((value) => ({ value, label: own[`safeguard.${value}`] ?? value }));
  return (
    <fieldset className="mb-8">
      <legend className="text-lg font-semibold">{own["fields.transfers"]}</legend>
      {fields.map((field, at) => (
        <fieldset key={field.id} className="mb-4 border-l-4 border-line pl-4">
          <legend className="mb-2 font-semibold">{own["transfer.row"]?.replace("#", String(at + 1))}</legend>
          <TextField {...tied(kit, `activity.transfers.${at}.recipient`, "transfer.recipient")} />
          <TextField {...tied(kit, `activity.transfers.${at}.country`, "transfer.country")} />
          <SelectField
            options={safeguards}
            {...tied(kit, `activity.transfers.${at}.safeguard`, "transfer.safeguard")}
          />
          <Button type="button" tone="quiet" onClick={() => remove(at)}>
            {own["transfer.remove"]?.replace("#", String(at + 1))}
          </Button>
        </fieldset>
      ))}
      <Button
        type="button"
        tone="secondary"
        onClick={() => append({ recipient: "", country: "", safeguard: "standard_clauses" })}
      >
        {own["transfer.add"]}
      </Button>
    </fieldset>
  );
}
