"use client";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { Button } from "@/app/_ui/button";
import { LEGAL_BASES, SPECIAL_BASES } from "@/lib/domain/controller/activity";
import type { Language } from "@/lib/domain/kernel/language";
import { type Check, CheckFields } from "../../../../_form/check-fields";
import { type FormWords, postJson, useJsonForm } from "../../../../_form/use-json-form.client";
import { type ActivityKit, Local, NumberLine, Pick, SystemLines, Tick } from "./activity-kit.client";
import { RecipientRows, TransferRows } from "./activity-rows.client";
import { type ActivityValues, toInput } from "./values";

export type ActivityWords = FormWords & {
  /** What the register says, by key with dots. */
  readonly own: Readonly<Record<string, string>>;
  /** Stands in the sentence of a lost race for the names of the fields. */
  readonly fieldsPlace: string;
};

/** One activity. A lost race says what differs now; saving again then overwrites it. */
export function ActivityForm({
  controller,
  id,
  version,
  values,
  languages,
  relationships,
  words,
}: {
  readonly controller: string;
  readonly id: string;
  readonly version: number;
  readonly values: ActivityValues;
  readonly languages: readonly Language[];
  readonly relationships: readonly Check[];
  readonly words: ActivityWords;
}) {
  const [base, setBase] = useState(version);
  const { own } = words;
  const { form, submit, problems, busy, errorOf } = useJsonForm<ActivityValues>({
    defaults: values,
    words,
    send: (typed) =>
      postJson(`/api/staff/${controller}/settings/processing`, { ...toInput(typed), id, version: base }),
    onRefused: (refusal) => {
      if (refusal.error !== "changed_meanwhile" || refusal.version === undefined) return refusal.message;
      setBase(refusal.version);
      const names = (refusal.changed ?? []).map((field) => own[`fields.${field}`] ?? field);
      return (own["form.conflict"] ?? "").replace("%s", names.join(", "));
    },
  });
  const kit: ActivityKit = { form, words, errorOf, languages };
  const basis = useWatch({ control: form.control, name: "activity.basis" });
  const automated = useWatch({ control: form.control, name: "activity.hasAutomated" });
  const lettered = (from: string, all: readonly string[]) =>
    all.map((value) => ({ value, label: own[`${from}.${value}`] ?? value }));
  return (
    <form onSubmit={submit} noValidate>
      {problems}
      <Local {...kit} field="name" />
      <Local {...kit} field="purpose" rows={3} />
      <Pick {...kit} field="basis" options={lettered("basis", LEGAL_BASES)} />
      {basis === "f" ? <Local {...kit} field="interest" rows={2} /> : null}
      {basis === "a" ? <Local {...kit} field="consent" rows={3} /> : null}
      <Pick
        {...kit}
        field="special"
        options={[{ value: "", label: own["special.none"] ?? "" }, ...lettered("special", SPECIAL_BASES)]}
      />
      <CheckFields
        id="activity.relationships"
        label={own["fields.relationships"] ?? ""}
        hint={own["hints.relationships"]}
        error={errorOf("activity.relationships")}
        errorPrefix={words.errorPrefix}
        checks={relationships}
        control={form.register("activity.relationships")}
      />
      <Local {...kit} field="categories" rows={3} />
      <RecipientRows {...kit} />
      <TransferRows {...kit} />
      <Local {...kit} field="retention" rows={2} />
      <div className="flex flex-wrap gap-x-4">
        <NumberLine {...kit} field="years" />
        <NumberLine {...kit} field="months" />
      </div>
      <Local {...kit} field="trigger" optional />
      <Local {...kit} field="source" rows={2} optional />
      <SystemLines {...kit} />
      <Tick {...kit} field="activity.hasAutomated" label={own["fields.hasAutomated"] ?? ""} />
      {automated ? (
        <>
          <Local {...kit} field="automated.logic" rows={4} />
          <Local {...kit} field="automated.significance" rows={2} />
          <Local {...kit} field="automated.consequences" rows={2} />
        </>
      ) : null}
      <Tick {...kit} field="active" label={own["form.active"] ?? ""} />
      <Button aria-disabled={busy}>{busy ? words.saving : own["form.submit"]}</Button>
    </form>
  );
}
