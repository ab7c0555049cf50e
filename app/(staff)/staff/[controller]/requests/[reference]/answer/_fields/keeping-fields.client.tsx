"use client";
import type { Path } from "react-hook-form";
import { SelectField } from "../../../../../_form/select-field";
import type { AnswerValues } from "../values";
import { DayField, type Kit, Line, Lines, NumberField, Part } from "./field-kit.client";

/** A retention rule of the register of processing, in the language of the letter. */
export type RetentionRule = {
  readonly id: string;
  readonly label: string;
  readonly trigger: string;
  readonly years: number;
  readonly months: number;
};

/** Until when something is kept that was to be erased: by a rule of the register, or in words (GDPR Art. 17(3)). */
export function KeepingFields({
  at,
  rules,
  ...kit
}: Kit & { readonly at: string; readonly rules: readonly RetentionRule[] }) {
  const { form, words } = kit;
  const fill = (id: string) => {
    const rule = rules.find((each) => each.id === id);
    if (!rule) return;
    for (const name of ["trigger", "years", "months"] as const) {
      form.setValue(`${at}.${name}` as Path<AnswerValues>, rule[name] as never);
    }
  };
  return (
    <Part title={words.own["keeping.title"]}>
      {rules.length > 0 ? (
        <SelectField
          name={`${at}.rule`}
          label={words.own["keeping.rule"] ?? ""}
          hint={words.own["keeping.ruleHint"]}
          options={[
            { value: "", label: words.own["keeping.ruleChoose"] ?? "" },
            ...rules.map(({ id, label }) => ({ value: id, label })),
          ]}
          onChange={(event) => fill(event.target.value)}
        />
      ) : null}
      <Line {...kit} at={`${at}.trigger`} say="keeping.trigger" />
      <DayField {...kit} at={`${at}.on`} say="keeping.on" />
      <div className="flex flex-wrap gap-x-4">
        <NumberField {...kit} at={`${at}.years`} say="keeping.years" />
        <NumberField {...kit} at={`${at}.months`} say="keeping.months" />
      </div>
      <Lines {...kit} at={`${at}.criteria`} say="keeping.criteria" rows={2} optional />
    </Part>
  );
}
