"use client";
import type { Path, UseFormReturn } from "react-hook-form";
import { TextArea, TextField } from "@/app/_ui/field";
import type { Language } from "@/lib/domain/kernel/language";
import { type Option, SelectField } from "../../../../_form/select-field";
import type { JsonForm } from "../../../../_form/use-json-form.client";
import type { ActivityWords } from "./activity-form.client";
import type { ActivityValues } from "./values";

export type ActivityKit = {
  readonly form: UseFormReturn<ActivityValues>;
  readonly words: ActivityWords;
  readonly errorOf: JsonForm<ActivityValues>["errorOf"];
  readonly languages: readonly Language[];
};

/** What ties a field of the activity to its form; the label and hint are those of its last name. */
export function tied({ form, words, errorOf }: ActivityKit, path: string, label: string, optional = false) {
  const at = path as Path<ActivityValues>;
  const now: unknown = form.getValues(at);
  return {
    id: path,
    label: words.own[`fields.${label}`] ?? words.own[label] ?? label,
    hint: words.own[`hints.${label}`],
    optional: optional ? words.optional : undefined,
    error: errorOf(at),
    errorPrefix: words.errorPrefix,
    defaultValue: typeof now === "string" || typeof now === "number" ? now : "",
    ...form.register(at),
  };
}

/** A text in each of the controller's languages. */
export function Local({
  field,
  rows = 1,
  optional,
  ...kit
}: ActivityKit & { readonly field: string; readonly rows?: number; readonly optional?: boolean }) {
  const { own } = kit.words;
  const name = field.split(".").at(-1) ?? field;
  return kit.languages.map((language) => {
    const { label, ...rest } = tied(kit, `activity.${field}.${language}`, name, optional);
    const within = (own["form.inLanguage"] ?? "%s").replace(
      "%s",
      own[`form.languages.${language}`] ?? language,
    );
    const texts = {
      ...rest,
      label: kit.languages.length > 1 ? `${label}, ${within}` : label,
      lang: language,
    };
    return rows === 1 ? (
      <TextField key={language} {...texts} />
    ) : (
      <TextArea key={language} rows={rows} {...texts} />
    );
  });
}

export function Pick({
  field,
  options,
  ...kit
}: ActivityKit & { readonly field: "basis" | "special"; readonly options: readonly Option[] }) {
  return <SelectField options={options} {...tied(kit, `activity.${field}`, field)} />;
}

export function NumberLine({ field, ...kit }: ActivityKit & { readonly field: "years" | "months" }) {
  return <TextField type="number" min={0} className="max-w-32" {...tied(kit, `activity.${field}`, field)} />;
}

export function SystemLines(kit: ActivityKit) {
  return <TextArea rows={3} {...tied(kit, "activity.systems", "systems", true)} />;
}

/** One thing that is so or not. */
export function Tick({
  form,
  field,
  label,
}: ActivityKit & { readonly field: "active" | "activity.hasAutomated"; readonly label: string }) {
  return (
    <div className="mb-6 flex min-h-11 items-start gap-3 py-2">
      <input type="checkbox" id={field} className="choice-mark" {...form.register(field)} />
      <label htmlFor={field} className="-my-2 block py-2">
        {label}
      </label>
    </div>
  );
}
